/// <reference types="vite/types/importMeta.d.ts" />
// The desk's and the brief's words for a locale: its language's, else English. A new language is one file in words/.
import { baseLanguage } from '../../shared/base-language.ts';
import { en } from './words/en.ts';
import type { HandoffWords } from './words/handoff-words.ts';

const files = import.meta.glob<Record<string, HandoffWords>>(['./words/*.ts', '!./words/handoff-words.ts'], {
  eager: true,
});

/** Of a BCP 47 locale. */
export function handoffWordsOf(locale: string): HandoffWords {
  const language = baseLanguage(locale);
  return files[`./words/${language}.ts`]?.[language] ?? en;
}
