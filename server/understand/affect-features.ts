// The n-grams by which the mood of a text is weighed, as numbers: hashed, so that the weights need no words.
import { normalize } from './normalize.ts';
import { remember } from './remember.ts';
import { tokenize } from './tokenize.ts';

/** Number of hash buckets; few enough weights are kept that collisions hardly matter. */
export const buckets = 1 << 20;

const shortest = 3;
const longest = 5;

/** Distinct buckets of words and pairs of words, and of character runs inside words, as they are met. */
export interface AffectFeatures {
  words: number[];
  runs: number[];
}

/** Whether a bucket has been met, all zero between calls: a set of them costs several times as much. */
const met = new Uint8Array(buckets);

function addOnce(found: number[], bucket: number): void {
  if (met[bucket] === 1) return;
  met[bucket] = 1;
  found.push(bucket);
}

function forget(found: number[]): void {
  for (const bucket of found) met[bucket] = 0;
}

export function affectFeatures(text: string): AffectFeatures {
  const plain = normalize(text.replace(/\[(?:name|religion)\]/gi, ' '));
  const tokens = tokenize(plain);
  const known = tokens.map(ofWord);
  const words: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    addOnce(words, known[i]!.word);
    // The bucket of "bthe flight", begun where the word before left off.
    addOnce(words, bucket(tokens[i]!, i === 0 ? beforeFirst : known[i - 1]!.before));
  }
  for (const [marks] of plain.matchAll(/[!?]+|\.{2,}|"/g)) addOnce(words, bucket(`p${marks.slice(0, 2)}`));
  if (/\p{Lu}{3,}/u.test(text)) addOnce(words, bucket('capitals'));
  forget(words);
  const runs: number[] = [];
  for (const word of known) for (const run of word.runs) addOnce(runs, run);
  forget(runs);
  return { words, runs };
}

interface KnownWord {
  /** Buckets. */
  word: number;
  runs: number[];
  /** The hash, still open, of a pair that it comes first in. */
  before: number;
}

const ofWord = remember(
  (token: string): KnownWord => {
    const padded = ` ${token} `;
    const runs: number[] = [];
    for (let n = shortest; n <= longest; n += 1) {
      for (let at = 0; at + n <= padded.length; at += 1) runs.push(bucket(`c${padded.slice(at, at + n)}`));
    }
    return { word: bucket(`w${token}`), runs, before: hashed(`b${token} `) };
  },
  5000,
  40,
);

/** FNV-1a (public domain: Fowler, Noll, Vo); what follows in a text goes on `from` the hash of what comes before. */
function hashed(text: string, from = 2166136261): number {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 16777619);
  }
  return hash;
}

/** A pair's first word may be missing. */
const beforeFirst = hashed('b ');

/** The hash with a final mix, 20 bits. */
function bucket(feature: string, from?: number): number {
  let hash = hashed(feature, from);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 12;
}
