// Reads from past and running services how long agents spent with one, two, three … conversations at once, how
// many ended there, and how long a freed agent took to pick up the next: what handling-law.ts learns from.
import type { HandlingHistory } from './handling-law.ts';

export interface Exposure {
  /** By the number of conversations in hand (index): those that ended, and the seconds spent, summed over them. */
  ended: number[];
  seconds: number[];
  /** Seconds from an end to the next claim of the same agent, where somebody was waiting all the while. */
  pickups: number[];
}

/** A longer pause is an absence, not a pick-up. */
const longestPickupMs = 300_000;

interface Change {
  at: number;
  by: 1 | -1;
  queuedAt: number;
}

/**
 * Sweeps each agent's time. `complete` says that the history has everything since the beginning; else it is the
 * latest services only, and the time before the first end among them is left out, where others, unseen, ran.
 */
export function loadExposure(history: HandlingHistory, now: number, complete: boolean): Exposure {
  const changes = new Map<string, Change[]>();
  const add = (agent: string, change: Change) => {
    const list = changes.get(agent);
    if (list) list.push(change);
    else changes.set(agent, [change]);
  };
  let from = complete ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  for (const { agent, queuedAt, claimedAt, endedAt } of history.services) {
    add(agent, { at: claimedAt, by: 1, queuedAt });
    add(agent, { at: endedAt, by: -1, queuedAt });
    if (!complete) from = Math.min(from, endedAt);
  }
  for (const { agent, claimedAt } of history.running)
    add(agent, { at: claimedAt, by: 1, queuedAt: claimedAt });
  const exposure: Exposure = { ended: [], seconds: [], pickups: [] };
  for (const list of changes.values()) sweep(list, from, now, exposure);
  return exposure;
}

function sweep(list: Change[], from: number, now: number, exposure: Exposure): void {
  list.sort((a, b) => a.at - b.at || a.by - b.by);
  let load = 0;
  let since = from;
  let freedAt: number | undefined;
  for (const { at, by, queuedAt } of list) {
    if (load > 0 && at > since && at > from) spend(exposure, load, (at - Math.max(since, from)) / 1000);
    if (by === -1) {
      if (at > from && load > 0) exposure.ended[load] = (exposure.ended[load] ?? 0) + 1;
      freedAt = at;
    } else if (freedAt !== undefined) {
      const pause = at - freedAt;
      if (queuedAt <= freedAt && pause <= longestPickupMs) exposure.pickups.push(pause / 1000);
      freedAt = undefined;
    }
    load = Math.max(0, load + by);
    since = at;
  }
  if (load > 0 && now > since) spend(exposure, load, (now - Math.max(since, from)) / 1000);
}

function spend(exposure: Exposure, load: number, seconds: number): void {
  exposure.seconds[load] = (exposure.seconds[load] ?? 0) + load * seconds;
}
