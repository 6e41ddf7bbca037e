// For `handrail check`: what a customer of each of the site's languages meets, where that is less than in English.
import { baseLanguage } from '../../shared/base-language.ts';
import { hasVocabulary } from '../speak/vocabulary-of.ts';

/** Languages in which talk about an action is told from a request for it (understand/guard.ts). */
const guarded = new Set(['en', 'de']);

/** One line for each locale (BCP 47) that is spoken but not read as English is, or not even spoken. */
export function languageNotes(locales: readonly string[]): string[] {
  return locales.flatMap((locale) => {
    const language = baseLanguage(locale);
    if (!hasVocabulary(locale))
      return [
        `${locale}: panel and assistant have no words of it; what the site's files do not say is English.`,
      ];
    if (guarded.has(language)) return [];
    return [
      `${locale}: panel and assistant speak it. Requests are read by the phrases that you give; without any, the ` +
        'assistant asks, and after two questions brings in a person. That "do not cancel" is no request is seen in ' +
        'English and German only: elsewhere a card may be shown for it, which runs nothing unless it is confirmed.',
    ];
  });
}
