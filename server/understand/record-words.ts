// What a customer might say to mean one of their records: its references, its dates, and the words in it.
import type { Entity } from '../../shared/understanding.ts';
import type { FactSource } from '../site/site.ts';
import { editDistance } from './edit-distance.ts';
import { plainWords } from './plain-words.ts';
import type { OwnRecord } from './reading-context.ts';
import { remember } from './remember.ts';

export interface RecordWords {
  record: OwnRecord;
  /** Id and every value that looks like a reference, in lower case. */
  references: Set<string>;
  /** Every short value as it stands, in lower case: what ties a record to another. */
  values: Set<string>;
  /** ISO dates among the values. */
  dates: Set<string>;
  /** The first of them, or an empty string. */
  date: string;
  /** Words of the label and the values that are telling. */
  words: Set<string>;
}

/** Words that tell nothing: every flight is "to" somewhere, every order has a status. */
const idle = new Set(
  (
    'the a an my your our to from in on at of and or for with by is are was be it this that one ones i me you please no not yes true false ' +
    'cancel change remove delete want need can could would do active open confirmed pending paid standard new date status number am pm ' +
    'other second first third last same next what when where how much just also now there here have has get '.repeat(
      1,
    ) +
    'der die das den dem ein eine mein meine meinen nach von zu am im auf mit und oder für ist war ich bitte nicht'
  ).split(' '),
);

const isoDate = /^\d{4}-\d{2}-\d{2}/;

/** Kind words ("bag", "flight") are left out: they say which kind, not which record. */
export function describeRecord(record: OwnRecord, kinds: Pick<FactSource, 'id' | 'words'>[]): RecordWords {
  const kindWords = new Set(
    kinds.flatMap(({ words }) => words.flatMap((word) => [word.toLowerCase(), `${word.toLowerCase()}s`])),
  );
  const values = flat(record.value).filter((value) => value.length <= 200);
  const dates = values
    .filter((value) => isoDate.test(value))
    .map((value) => value.slice(0, 10))
    .sort();
  const texts = [record.label, ...values.filter((value) => !isoDate.test(value))];
  const words = texts
    .flatMap((text) => plainWords(text).split(' '))
    .filter((word) => word.length >= 2 && !idle.has(word) && !kindWords.has(word));
  const references = [record.id, ...texts.flatMap((text) => text.split(/[^\p{L}\p{N}-]+/u))]
    .map((word) => word.toLowerCase())
    .filter((word) => word === record.id.toLowerCase() || (/\d/.test(word) && word.length >= 3));
  return {
    record,
    references: new Set(references),
    values: new Set(values.map((value) => value.toLowerCase())),
    dates: new Set(dates),
    date: dates[0] ?? '',
    words: new Set(words),
  };
}

function flat(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(flat);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(flat);
  return [];
}

/** The words of a text that may tell a record, each once; a message's are held against all records. */
export const tellingWords = remember(
  (words: string): ReadonlySet<string> => new Set(words.split(' ').filter((word) => !idle.has(word))),
  50,
);

/**
 * How strongly telling words point at the record: 10 for a reference, 5 for a date, 1 for each telling word
 * (one slip allowed from five letters). Words that all records share point at none, unless there is only one.
 */
export function matchRecord(
  entry: RecordWords,
  said: ReadonlySet<string>,
  named: Entity[],
  all: RecordWords[],
): number {
  const rivals = all.filter((other) => other.record.fact === entry.record.fact);
  const shared = (has: (other: RecordWords) => boolean) => rivals.length > 1 && rivals.every(has);
  let score = 0;
  for (const { kind, value } of named) {
    const reference = value.toLowerCase();
    if (
      kind === 'reference' &&
      entry.references.has(reference) &&
      !shared((other) => other.references.has(reference))
    )
      score += 10;
    if (kind === 'date' && entry.dates.has(value) && !shared((other) => other.dates.has(value))) score += 5;
  }
  for (const word of said) {
    if (/\d/.test(word)) {
      if (named.length === 0 && entry.references.has(word) && !shared((other) => other.references.has(word)))
        score += 10;
      continue;
    }
    if (word.length >= 3 && holds(entry, word) && !shared((other) => holds(other, word))) score += 1;
  }
  return score;
}

function holds({ words }: RecordWords, said: string): boolean {
  if (words.has(said)) return true;
  if (said.length < 5) return false;
  return [...words].some(
    (word) => word[0] === said[0] && !/\d/.test(word) && editDistance(said, word, 1) <= 1,
  );
}
