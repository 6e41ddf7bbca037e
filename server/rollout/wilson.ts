// How sure a share is that was seen so often: Wilson's score interval (E. B. Wilson, Probable Inference, the Law of
// Succession, and Statistical Inference, JASA 22, 1927), which holds its level for small numbers and shares near 1
// (Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16, 2001).

/** Of the normal distribution, for 95 % of both sides together. */
const z = 1.959964;

/** `{low, high}`, 0..1, at 95 %; nothing seen says nothing: 0..1. */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = hits / n;
  const square = (z * z) / n;
  const middle = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
