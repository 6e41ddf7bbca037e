// Plays the line forward many times: when is each place in it reached? The stochastic half of estimate-wait.ts.
import { madeOnce } from '../../shared/made-once.ts';
import { drawPlace, drawTables, paths } from './draws.ts';
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

interface LawDraws {
  /** By path: how far the true mean is off there, as a factor. */
  factors: Float64Array;
  /** By draw: a service's length, in means. */
  lengths: Float64Array;
}

/** The tables of a law: it is asked far more often than it is learnt anew. */
const drawsOf = madeOnce((law: HandlingLaw): LawDraws => {
  const { uniforms } = drawTables();
  return {
    factors: uniforms.slice(0, paths).map((share) => meanFactor(law.weight, share)),
    lengths: uniforms.map((share) => law.shape.age(share)),
  };
});

/**
 * Seconds until the places `first` to `last` are reached: a row for each of them, with one value per path. Whoever
 * is ahead leaves the line at the law's rate and is then passed over. A place that is never reached is Infinity.
 */
export function playForward(law: HandlingLaw, slots: Slot[], first: number, last: number): Float64Array {
  const { uniforms, exponentials } = drawTables();
  const { factors, lengths } = drawsOf(law);
  const reached = new Float64Array((last - first + 1) * paths);
  const next = new Float64Array(slots.length);
  /** Slots by when they take the next conversation. */
  const heap = new Int32Array(slots.length);
  const until = Float64Array.from(slots, (slot) => slot.until);
  const means = Float64Array.from(slots, (slot) => slot.mean);
  const survivals = slots.map((slot) => (slot.age === null ? 1 : law.shape.survival(slot.age / slot.mean)));
  // A pause as short as that is not worth a draw.
  const pickup = law.pickup > 0.5 ? law.pickup : 0;
  for (let path = 0; path < paths; path++) {
    const factor = factors[path]!;
    let draw = 1;
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index]!;
      const own = drawPlace(draw++, path);
      const pause = pickup === 0 ? 0 : pickup * exponentials[drawPlace(draw++, path)]!;
      if (slot.age !== null) {
        // The rest of a service, given how long it has run.
        const survival = survivals[index]! * uniforms[own]!;
        next[index] = Math.max(0, law.shape.age(survival) * slot.mean - slot.age) * factor + pause;
      } else if (slot.absent > 0 && uniforms[own]! < slot.absent) {
        next[index] = slot.away * exponentials[drawPlace(draw++, path)]!;
      } else {
        next[index] = slot.from + pause;
      }
    }
    let size = 0;
    for (let index = 0; index < next.length; index++) if (next[index]! <= until[index]!) heap[size++] = index;
    for (let parent = (size >> 1) - 1; parent >= 0; parent--) sink(heap, next, parent, size);
    for (let place = 1; place <= last; place++) {
      const soonest = heap[0]!;
      const time = size === 0 ? Number.POSITIVE_INFINITY : next[soonest]!;
      if (place >= first) reached[(place - first) * paths + path] = time;
      if (size === 0) continue;
      if (law.leaving > 0 && exponentials[drawPlace(draw++, path)]! < time * law.leaving) continue;
      const length = means[soonest]! * factor * lengths[drawPlace(draw++, path)]!;
      const pause = pickup === 0 ? 0 : pickup * exponentials[drawPlace(draw++, path)]!;
      next[soonest] = time + length + pause;
      // Whose shift has ended by then takes no further one.
      if (next[soonest]! > until[soonest]!) heap[0] = heap[--size]!;
      sink(heap, next, 0, size);
    }
  }
  return reached;
}

/** Restores the heap of slots, soonest first, from `parent` down. */
function sink(heap: Int32Array, next: Float64Array, parent: number, size: number): void {
  const slot = heap[parent]!;
  const time = next[slot]!;
  let at = parent;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && next[heap[child + 1]!]! < next[heap[child]!]!) child += 1;
    if (next[heap[child]!]! >= time) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = slot;
}
