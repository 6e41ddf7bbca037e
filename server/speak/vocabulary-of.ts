// The assistant's own words for a locale: its language's, else English.
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import type { Vocabulary } from './words/vocabulary.ts';

const vocabularies: Record<string, Vocabulary> = { en, de };

export function vocabularyOf(locale: string): Vocabulary {
  return vocabularies[locale.split('-')[0] ?? ''] ?? en;
}
