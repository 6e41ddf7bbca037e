// What speaks for and against the best reading of a text, as the few numbers that calibration weighs.
import type { SparseVector } from './feature-space.ts';

/** The best two intents among those allowed, by margin; -1 where there is none. */
export function bestTwo(margins: Float64Array, allowed?: (intent: number) => boolean): [number, number] {
  let first = -1;
  let second = -1;
  for (let intent = 0; intent < margins.length; intent += 1) {
    if (allowed && !allowed(intent)) continue;
    if (first < 0 || margins[intent]! > margins[first]!) {
      second = first;
      first = intent;
    } else if (second < 0 || margins[intent]! > margins[second]!) {
      second = intent;
    }
  }
  return [first, second];
}

/** A site with a single intent has no rival: this margin stands in for it. */
const noRival = -1;

/** The best margin, its lead over the second, and the share of unknown tokens. */
export function evidenceOf(
  margins: Float64Array,
  first: number,
  second: number,
  vector: SparseVector,
): number[] {
  const best = margins[first]!;
  const rival = second < 0 ? Math.min(noRival, best) : margins[second]!;
  return [best, best - rival, 1 - vector.known];
}
