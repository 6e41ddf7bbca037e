// Whether waits were kept as stated, counted over a day: for the supervisor's view. Pure.
import { Temporal } from 'temporal-polyfill';
import type { Promises } from '../../shared/protocol.ts';
import { statedSeconds } from '../../shared/stated-seconds.ts';

/** One who was told a wait. */
export interface Told {
  /** Epoch ms of joining the line; with `stated` it says when the promise ran out. */
  queuedAt: number;
  /** Seconds stated first; null when no number was. */
  stated: number | null;
  /** Epoch ms at which somebody came; null while they wait. */
  claimedAt: number | null;
}

/** Kept, broken and open promises; who was told no number was promised nothing. */
export function countPromises(told: Told[], now: number): Promises {
  const count: Promises = { kept: 0, broken: 0, open: 0 };
  // Handed from agent to agent a conversation was served more than once, but waited once: the first claim counts.
  const first = new Map<number, Told>();
  for (const one of told) {
    const known = first.get(one.queuedAt);
    if (!known || (one.claimedAt ?? Infinity) < (known.claimedAt ?? Infinity)) first.set(one.queuedAt, one);
  }
  for (const { queuedAt, stated, claimedAt } of first.values()) {
    if (stated === null) continue;
    const due = queuedAt + statedSeconds(stated) * 1000;
    if ((claimedAt ?? now) > due) count.broken += 1;
    else if (claimedAt === null) count.open += 1;
    else count.kept += 1;
  }
  return count;
}

/** Epoch ms of the last midnight on the clocks of a time zone. */
export function midnight(now: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay()
    .epochMilliseconds;
}
