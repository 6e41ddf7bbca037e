// The site's words for a kind of record ("flight", "booking") as expressions, made once for each kind.
import { madeOnce } from '../../shared/made-once.ts';
import type { FactSource } from '../site/site.ts';
import { escaped } from './escaped.ts';
import { plainWords } from './plain-words.ts';

export type RecordKind = Pick<FactSource, 'id' | 'words'>;

const plural = '(?:e?s|e?n)?';

/** Each word of the kind with what finds it in plain words. */
export const wordsFor = madeOnce((kind: RecordKind): { word: string; pattern: RegExp }[] =>
  [...kind.words, kind.id]
    .map((word) => ({ word, plain: escaped(plainWords(word)) }))
    .filter(({ plain }) => plain !== '')
    .map(({ word, plain }) => ({
      word,
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${plain}${plural}(?![\\p{L}\\p{N}])`, 'u'),
    })),
);

/** The source of an expression for any of its words as written; the longest first, so that none is cut short. */
export function anyWordOf({ words }: RecordKind): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.map(escaped).join('|')})${plural}`;
}
