// Takes the luck of the fixed draws out of a bound: with exponential handling the exact quantile is known, so it
// shows at which level of these very draws it lies, and that level is read off for the real line too (a control
// variate for quantiles: Hsu & Nelson, Management Science 1990).
import { paths } from './draws.ts';
import type { HandlingLaw } from './handling-law.ts';
import { playForward, type Slot } from './play-forward.ts';

/** Draws that would be off by more than this are trusted no further. */
const mostOff = 0.05;

const memoryless: HandlingLaw = {
  mean: () => 1,
  seen: Number.POSITIVE_INFINITY,
  prior: false,
  weight: 1e12,
  shape: { variation: 1, survival: (age) => Math.exp(-age), age: (survival) => -Math.log(survival) },
  pickup: 0,
  leaving: 0,
};

const levels = new Map<string, number[]>();

/** The share of paths below the bound of `place` (up to `places`) that a true `confidence` comes to, with so many slots. */
export function fairLevel(slots: number, place: number, places: number, confidence: number): number {
  const key = `${slots} ${places} ${confidence}`;
  let known = levels.get(key);
  if (!known) {
    known = referenceLevels(slots, places, confidence);
    levels.set(key, known);
  }
  return known[place - 1]!;
}

function referenceLevels(count: number, places: number, confidence: number): number[] {
  const slot: Slot = { age: 0, from: 0, until: Number.POSITIVE_INFINITY, mean: 1, absent: 0, away: 0 };
  const played = playForward(memoryless, Array<Slot>(count).fill(slot), 1, places);
  return Array.from({ length: places }, (_, index) => {
    const exact = erlangQuantile(index + 1, confidence) / count;
    let below = 0;
    for (let path = 0; path < paths; path++) if (played[index * paths + path]! <= exact) below++;
    const level = below / paths;
    return Math.max(confidence - mostOff, Math.min(Math.min(confidence + mostOff, 1), level));
  });
}

/** The time by which so many events of a Poisson process of rate 1 have happened with this probability. */
function erlangQuantile(events: number, probability: number): number {
  let low = 0;
  let high = events + 10 * Math.sqrt(events) + 20;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (fewerThan(events, middle) > 1 - probability) low = middle;
    else high = middle;
  }
  return high;
}

/** P(Poisson(mean) < count). */
function fewerThan(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += term;
    term *= mean / (index + 1);
  }
  return sum;
}
