// The bound of places farther back than play-forward.ts plays: it goes on from the last one played, at the pace of
// whoever will be there, so that a line of ten thousand costs little more than one of fifty.
import type { HandlingLaw } from './handling-law.ts';
import { normalQuantile, type Slot } from './play-forward.ts';

interface Stretch {
  /** Seconds from now. */
  from: number;
  to: number;
  /** Places reached a second. */
  rate: number;
}

/**
 * Seconds by place, for places behind `played`. The count of places reached by a time is taken as normal, with the
 * variance of a renewal process (Cox, Renewal Theory, 1962, ch. 3) and that of the mean itself; Infinity where the
 * agents will not come so far.
 */
export function extendWait(
  law: HandlingLaw,
  slots: Slot[],
  played: { place: number; seconds: number },
  confidence: number,
): (place: number) => number {
  const z = normalQuantile(confidence);
  const stretches = stretchesAfter(law, slots, played.seconds);
  /** What the bound allows for: as many services as places, and a margin that grows with the root and the doubt. */
  const services = (places: number) =>
    places + z * Math.sqrt(places * law.shape.variation + places ** 2 / Math.max(1, law.weight));
  const covered = services(played.place);
  return (place) => {
    let open = services(place) - covered;
    let waiting = place;
    for (const { from, to, rate } of stretches) {
      // While some are reached, of those ahead some leave: dn/dt = -(rate + leaving n).
      const needed =
        law.leaving > 0 && rate > 0
          ? Math.log(1 + (law.leaving * open) / (rate + law.leaving * Math.max(0, waiting - open))) /
            law.leaving
          : open / rate;
      if (from + needed <= to) return from + needed;
      const reached = rate * (to - from);
      open -= reached;
      waiting -= reached;
    }
    return Number.POSITIVE_INFINITY;
  };
}

/** From `start` on, the times between which the same agents are there. */
function stretchesAfter(law: HandlingLaw, slots: Slot[], start: number): Stretch[] {
  if (!Number.isFinite(start)) return [];
  const changes = new Set(slots.flatMap(({ from, until }) => [from, until]));
  const ends = [...changes].filter((time) => time > start && Number.isFinite(time)).sort((a, b) => a - b);
  return [start, ...ends].map((from, index) => {
    const there = slots.filter((slot) => from >= slot.from && from < slot.until);
    const rate = there.reduce((sum, { mean, absent }) => sum + (1 - absent) / (mean + law.pickup), 0);
    return { from, to: ends[index] ?? Number.POSITIVE_INFINITY, rate };
  });
}
