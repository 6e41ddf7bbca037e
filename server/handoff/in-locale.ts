// A site's text in the reader's language: the locale itself, its language, the site's own, whatever there is.
import type { Words } from '../site/site.ts';

export function inLocale(words: Words, locale: string, fallback: string): string {
  const language = locale.split('-')[0]!;
  return words[locale] ?? words[language] ?? words[fallback] ?? Object.values(words)[0] ?? '';
}
