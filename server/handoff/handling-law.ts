// What the services seen so far say about the next ones: how long one takes at a given load, how that varies,
// how sure that is, how fast a free agent picks up, and how fast people leave the line. estimate-wait.ts plays
// the line forward with it.
import { loadExposure } from './load-exposure.ts';
import { makeShape, type Shape } from './shape.ts';

/** Times in epoch ms. */
export interface PastService {
  agent: string;
  queuedAt: number;
  claimedAt: number;
  endedAt: number;
}

export interface HandlingHistory {
  /** Latest services, in any order. */
  services: PastService[];
  /** Conversations in hand. */
  running: { agent: string; claimedAt: number }[];
  /** The services are all there ever were, not only the latest. */
  complete: boolean;
  /** Mean handling in s that the site states, until there is history; null when it states none. */
  prior: number | null;
  /** Those who left the line unserved, and the seconds that all have waited, served or not. */
  leaving?: { left: number; waited: number };
}

export interface HandlingLaw {
  /** Mean handling in s of one of `load` conversations in hand at once; null when nothing is known. */
  mean: (load: number) => number | null;
  /** Services that it rests on. */
  seen: number;
  /** The site's stated mean is in it. */
  prior: boolean;
  /** The mean's certainty as a number of exponential services that would give the same. */
  weight: number;
  shape: Shape;
  /** Mean seconds until a free agent picks up, while somebody waits. */
  pickup: number;
  /** Of those in line, the share that leaves per second. */
  leaving: number;
}

/** The site's stated mean counts as so many services: an owner's guess may well be half or twice the truth. */
const priorWeight = 4;
/** Pick-ups assumed before any is seen. */
const pickupPrior = { seconds: 15, weight: 3 };
/** Leavers needed before leaving counts fully. */
const leaversNeeded = 5;
/** How much each further conversation slows the others (share): what is tried, and what is believed at first. */
const slowdowns = Array.from({ length: 31 }, (_, index) => index * 0.05);
const slowdownPrior = { mean: 0.25, deviation: 0.35 };

/**
 * Empirical Bayes over censored times: mean = (prior + seconds in hand) / (prior's weight + services ended),
 * which counts the seconds of running services too and so is not fooled by long ones that have yet to end. The
 * slow-down of several conversations at once is the most likely s in mean(load) = mean(1) × (1 + s(load - 1)),
 * a Poisson likelihood of the services ended at each load.
 */
export function learnHandling(history: HandlingHistory, now: number): HandlingLaw {
  const { ended, seconds, pickups } = loadExposure(history, now, history.complete);
  const slowdown = likelySlowdown(ended, seconds);
  const pace = (load: number) => 1 + slowdown * (load - 1);
  let count = 0;
  let alone = 0;
  seconds.forEach((spent, load) => {
    alone += spent / pace(load);
    count += ended[load] ?? 0;
  });
  const prior = history.prior === null ? 0 : priorWeight;
  const total = count + prior;
  const mean = total === 0 ? null : (alone + prior * (history.prior ?? 0)) / total;
  const shape = makeShape(history.services.map(({ claimedAt, endedAt }) => (endedAt - claimedAt) / 1000));
  const pickedUp = pickups.reduce((sum, pause) => sum + pause, pickupPrior.seconds * pickupPrior.weight);
  const { left, waited } = history.leaving ?? { left: 0, waited: 0 };
  return {
    mean: (load) => (mean === null ? null : mean * pace(load)),
    seen: count,
    prior: prior > 0,
    weight: count / shape.variation + prior,
    shape,
    pickup: pickedUp / (pickups.length + pickupPrior.weight),
    leaving: waited > 0 ? ((left / waited) * left) / (left + leaversNeeded) : 0,
  };
}

function likelySlowdown(ended: number[], seconds: number[]): number {
  let best = slowdownPrior.mean;
  let most = Number.NEGATIVE_INFINITY;
  for (const slowdown of slowdowns) {
    let count = 0;
    let alone = 0;
    let likelihood = -0.5 * ((slowdown - slowdownPrior.mean) / slowdownPrior.deviation) ** 2;
    seconds.forEach((spent, load) => {
      const pace = 1 + slowdown * (load - 1);
      alone += spent / pace;
      count += ended[load] ?? 0;
      likelihood -= (ended[load] ?? 0) * Math.log(pace);
    });
    if (count > 0 && alone > 0) likelihood += count * Math.log(count / alone);
    if (likelihood > most) {
      most = likelihood;
      best = slowdown;
    }
  }
  return best;
}
