// What speaks for and against the best reading of a text, as the few numbers that calibration weighs.
import { madeOnce } from '../../shared/made-once.ts';
import { type SparseVector, squaredReach } from './feature-space.ts';

/** The best two intents among those allowed, by margin; -1 where there is none. */
export function bestTwo(margins: ArrayLike<number>, intents: number, allowed?: (intent: number) => boolean) {
  let first = -1;
  let second = -1;
  for (let intent = 0; intent < intents; intent += 1) {
    if (allowed && !allowed(intent)) continue;
    if (first < 0 || margins[intent]! > margins[first]!) {
      second = first;
      first = intent;
    } else if (second < 0 || margins[intent]! > margins[second]!) {
      second = intent;
    }
  }
  return { first, second };
}

/** The margin of the rival that a single intent does not have. */
const noRival = -1;

/**
 * Four numbers: the best margin, its lead over the second, the margin of "none of these" (which stands last in
 * `margins`), and the likeness (cosine, 0..1) of the nearest of the best intent's own phrases.
 */
export function evidenceOf(
  margins: ArrayLike<number>,
  { first, second }: { first: number; second: number },
  likeness: number,
): number[] {
  const best = margins[first]!;
  const rival = second < 0 ? Math.min(noRival, best) : margins[second]!;
  return [best, best - rival, margins[margins.length - 1]!, likeness];
}

/** The vectors of an intent's phrases one behind the other: to run through two lists takes half as long as through each. */
interface Packed {
  columns: Int32Array;
  values: Float32Array;
  /** Where each phrase ends in both. */
  ends: Int32Array;
}

const packedOf = madeOnce((phrases: readonly SparseVector[]): Packed => {
  const ends = new Int32Array(phrases.length);
  let at = 0;
  for (const [i, phrase] of phrases.entries()) {
    at += phrase.columns.length;
    ends[i] = at;
  }
  const made = { columns: new Int32Array(at), values: new Float32Array(at), ends };
  for (const [i, { columns, values }] of phrases.entries()) {
    made.columns.set(columns, ends[i]! - columns.length);
    made.values.set(values, ends[i]! - values.length);
  }
  return made;
});

/** Room for one text by column, all zero between calls: filling a new one would cost more than the reading. */
let dense = new Float32Array(0);

/** Cosine of the text with the nearest of the phrases, a list that is not changed any more; 0 without any. */
export function nearest(vector: SparseVector, phrases: readonly SparseVector[], columns: number): number {
  if (dense.length < columns) dense = new Float32Array(columns);
  const text = dense;
  for (let i = 0; i < vector.columns.length; i += 1) text[vector.columns[i]!] = vector.values[i]!;
  const all = packedOf(phrases);
  const [theirs, weights] = [all.columns, all.values];
  let best = 0;
  let at = 0;
  for (const end of all.ends) {
    let product = 0;
    for (; at < end; at += 1) product += text[theirs[at]!]! * weights[at]!;
    if (product > best) best = product;
  }
  for (let i = 0; i < vector.columns.length; i += 1) text[vector.columns[i]!] = 0;
  return best / squaredReach;
}
