// Plays the line forward many times: when is each place in it reached? The stochastic half of estimate-wait.ts.
import { paths, uniform } from './draws.ts';
import type { HandlingLaw } from './handling-law.ts';

/** One conversation that an agent can have at a time. */
export interface Slot {
  /** How long the running conversation has taken, s; null when the slot is free. */
  age: number | null;
  /** Seconds from now at which it begins to take conversations: 0 for whoever is there. */
  from: number;
  /** Seconds from now after which it takes no further one; Infinity unless a shift ends. */
  until: number;
  /** Mean handling in this slot, s. */
  mean: number;
  /** Probability that its agent is not there although on duty: free for long while people wait. */
  absent: number;
  /** Mean seconds for which such an agent stays away. */
  away: number;
}

/** Quantile of the standard normal by probability 0..1 (Abramowitz & Stegun 26.2.23, error below 4.5e-4). */
export function normalQuantile(probability: number): number {
  const tail = Math.min(probability, 1 - probability);
  const t = Math.sqrt(-2 * Math.log(tail));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return probability < 0.5 ? -z : z;
}

/** How far the true mean may be off, as a factor: inverse gamma, its quantile after Wilson & Hilferty (1931). */
function meanFactor(weight: number, share: number): number {
  if (weight <= 0) return 1;
  const part = 1 / (9 * weight);
  return 1 / Math.max(0.02, 1 - part + normalQuantile(share) * Math.sqrt(part)) ** 3;
}

/**
 * Seconds until each place is reached: row `place - 1` of `places` holds one value per path. Whoever is ahead
 * leaves the line at the law's rate and is then passed over. A place that is never reached is Infinity.
 */
export function playForward(law: HandlingLaw, slots: Slot[], places: number): Float64Array {
  const reached = new Float64Array(places * paths);
  const next = new Float64Array(slots.length);
  const survivals = slots.map((slot) => (slot.age === null ? 1 : law.shape.survival(slot.age / slot.mean)));
  for (let path = 0; path < paths; path++) {
    let draw = 0;
    const factor = meanFactor(law.weight, uniform(draw++, path));
    const handling = (mean: number) => mean * factor * law.shape.age(uniform(draw++, path));
    const pickup = () => (law.pickup > 0.5 ? -law.pickup * Math.log(uniform(draw++, path)) : 0);
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index]!;
      const mean = slot.mean * factor;
      if (slot.age !== null) {
        // The rest of a service, given how long it has run.
        const survival = survivals[index]! * uniform(draw++, path);
        next[index] = Math.max(0, law.shape.age(survival) * slot.mean - slot.age) * factor + pickup();
      } else if (slot.absent > 0 && uniform(draw++, path) < slot.absent) {
        next[index] = -slot.away * Math.log(uniform(draw++, path));
      } else {
        next[index] = slot.from + pickup();
      }
      if (mean <= 0) next[index] = Number.POSITIVE_INFINITY;
    }
    let soonest = take(next, slots);
    for (let place = 0; place < places; place++) {
      const time = soonest < 0 ? Number.POSITIVE_INFINITY : next[soonest]!;
      reached[place * paths + path] = time;
      if (soonest < 0) continue;
      if (law.leaving > 0 && -Math.log(uniform(draw++, path)) < time * law.leaving) continue;
      next[soonest] = time + handling(slots[soonest]!.mean) + pickup();
      soonest = take(next, slots);
    }
  }
  return reached;
}

/** The slot that takes a conversation next, -1 when none will. */
function take(next: Float64Array, slots: Slot[]): number {
  let soonest = -1;
  for (let index = 0; index < slots.length; index++) {
    if (next[index]! > slots[index]!.until || next[index] === Number.POSITIVE_INFINITY) continue;
    if (soonest < 0 || next[index]! < next[soonest]!) soonest = index;
  }
  return soonest;
}
