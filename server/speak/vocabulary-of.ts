/// <reference types="vite/types/importMeta.d.ts" />
// The assistant's own words for a locale: its language's, else English. A new language is one file in words/.
import { baseLanguage } from '../../shared/base-language.ts';
import { en } from './words/en.ts';
import type { Vocabulary } from './words/vocabulary.ts';

const files = import.meta.glob<Record<string, Vocabulary>>(['./words/*.ts', '!./words/vocabulary.ts'], {
  eager: true,
});

/** Of a BCP 47 locale. */
export function vocabularyOf(locale: string): Vocabulary {
  const language = baseLanguage(locale);
  return files[`./words/${language}.ts`]?.[language] ?? en;
}

/** Whether the assistant speaks the language of a BCP 47 locale. */
export function hasVocabulary(locale: string): boolean {
  return `./words/${baseLanguage(locale)}.ts` in files;
}
