// A site's text in the reader's language.
import { baseLanguage } from './base-language.ts';

/**
 * The text in this locale (BCP 47), else in its language, else in the site's own, in which every text of a site that
 * loads has words; throws where it has none.
 */
export function inLocale(words: Record<string, string>, locale: string, own: string): string {
  const text = words[locale] ?? words[baseLanguage(locale)] ?? words[own];
  if (text === undefined) throw new Error(`a text without words in ${own}`);
  return text;
}
