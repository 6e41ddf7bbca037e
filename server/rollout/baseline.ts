// What is usual for an action at an hour of the week, and how often it may be confirmed before that is an anomaly
// (A6). Pure.
//
// The rate of an hour of the week is estimated from the same hour of the weeks before as the mean of a Poisson
// variable with a Gamma prior whose mean is the action's rate over all hours and whose weight is one week; what one
// would then see is negative binomial (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6). An hour with little
// history is therefore near the whole, and uncertain. Real hours differ by more than chance: how much more is
// estimated from all of them by the method of moments, Var = mean + unevenness · mean² (as in McCullagh and Nelder,
// Generalized Linear Models, 2nd ed., 6.2), and widens what one would see.
//
// The limit is three times the expected count, but never so low that chance alone reaches it: the floor for small
// numbers is the count that the predictive distribution passes with the probability `chance` in an hour's worth of
// looking, and never under `fewest`, as Farrington et al. (A statistical algorithm for the early
// detection of outbreaks, JRSS A 159, 1996) leave fewer than five in the time out of account. Looked at over three lengths of time, so that a steep surge is
// seen early and a mild one surely.
import { hourOfWeek } from './hour-of-week.ts';

const hourMs = 3_600_000;
const weekMs = 168 * hourMs;
/** ms of history that count. */
export const historyMs = 8 * weekMs;
/** ms: the lengths of time that are looked at, newest end first. */
export const windows = [5 * 60_000, 15 * 60_000, hourMs] as const;
/** How often as many as usual are too many. */
const times = 3;
/** Probability that ordinary traffic passes the floor in an hour; a shorter time is looked at more often. */
const chance = 1e-5;
const fewest = 5;
/** With less than a week, or fewer runs than this, nothing is known to be usual, and nothing is held. */
const leastRuns = 20;

export interface Baseline {
  /** Expected count in an hour of the week, and how sure it is: Gamma(shape, weeks). */
  hours: { shape: number; weeks: number }[];
  /** Squared coefficient of variation of the rate around its mean, beyond chance. */
  unevenness: number;
}

/** `counts`: how often in each hour (epoch ms of its beginning); hours without any may be left out. */
export function learnBaseline(
  counts: { since: number; n: number }[],
  { now, timeZone }: { now: number; timeZone: string },
): Baseline | undefined {
  const end = Math.floor(now / hourMs) * hourMs;
  const known = counts.filter(({ since }) => since < end && since >= end - historyMs);
  const first = Math.min(...known.map(({ since }) => since));
  const total = known.reduce((sum, { n }) => sum + n, 0);
  if (total < leastRuns || end - first < weekMs) return undefined;
  const hours = Array.from({ length: 168 }, () => ({ runs: 0, weeks: 0 }));
  for (let at = first; at < end; at += hourMs) hours[hourOfWeek(at, timeZone)]!.weeks += 1;
  for (const { since, n } of known) hours[hourOfWeek(since, timeZone)]!.runs += n;
  const mean = total / ((end - first) / hourMs);
  const learnt = hours.map(({ runs, weeks }) => ({ shape: mean + runs, weeks: 1 + weeks }));
  const seen = new Map(known.map(({ since, n }) => [since, n]));
  let beyond = 0;
  let squares = 0;
  for (let at = first; at < end; at += hourMs) {
    const { shape, weeks } = learnt[hourOfWeek(at, timeZone)]!;
    const usual = shape / weeks;
    beyond += ((seen.get(at) ?? 0) - usual) ** 2 - usual;
    squares += usual * usual;
  }
  return { hours: learnt, unevenness: Math.max(0, beyond / squares) };
}

export interface Limit {
  /** ms */
  window: number;
  expected: number;
  /** The count with which it is an anomaly: one more than what may be. */
  limit: number;
}

/** The limits of the windows that end now. */
export function limitsAt(baseline: Baseline, now: number, timeZone: string): Limit[] {
  return windows.map((window) => {
    const { expected, shape } = expectedIn(baseline, now - window, now, timeZone);
    const floor = Math.max(fewest, quantile(shape, expected, (chance * window) / hourMs));
    return { window, expected, limit: Math.max(Math.ceil(times * expected), floor) };
  });
}

/** The expected count, and the shape that the uncertainty of its hours comes to. */
function expectedIn(
  { hours, unevenness }: Baseline,
  from: number,
  to: number,
  timeZone: string,
): { expected: number; shape: number } {
  let expected = 0;
  let variance = 0;
  for (let at = from; at < to; ) {
    const next = Math.min(to, Math.floor(at / hourMs) * hourMs + hourMs);
    const part = (next - at) / hourMs;
    const { shape, weeks } = hours[hourOfWeek(at, timeZone)]!;
    expected += (part * shape) / weeks;
    variance += (part * part * shape) / (weeks * weeks);
    at = next;
  }
  // A sum of Gammas, by its first two moments.
  return { expected, shape: 1 / (variance / (expected * expected) + unevenness) };
}

/** The smallest count that a negative binomial of this mean and shape reaches with less than this probability. */
function quantile(shape: number, mean: number, least: number): number {
  const odds = mean / (shape + mean);
  let probability = Math.exp(shape * Math.log1p(-odds));
  let above = 1 - probability;
  let count = 1;
  while (above >= least && count < 100_000) {
    probability *= (odds * (shape + count - 1)) / count;
    above -= probability;
    count += 1;
  }
  return count;
}
