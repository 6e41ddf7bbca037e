// When a waiting customer must hear of the wait again (H3): it changed by more than a minute or a place, or it
// is about to be broken, which is said before it happens and with an apology.
import type { Wait } from '../../shared/events.ts';

/** What a customer was told last. */
export interface Told {
  wait: Wait;
  /** Epoch ms of the telling. */
  at: number;
  /** Epoch ms by which they were first promised, or last apologised to, that somebody would be there. */
  promised: number | null;
}

export type Restatement =
  | { tell: false }
  /** `apology`: the promise cannot be kept as it stands. */
  | { tell: true; apology: boolean; told: Told };

/** Nobody is updated more often than this. */
export const quietMs = 5_000;
const minuteMs = 60_000;
/** A promise that runs out this soon, unkept, is as good as broken: time to say so first. */
const beforeBrokenMs = 20_000;
/** What an apology adds at the least, so that it is not itself broken at once. */
const graceAfterApology = 60;

/** The first statement as it stands in the log. */
export function firstTold(wait: Wait, at: number): Told {
  return { wait, at, promised: wait.within === null ? null : at + wait.within * 1000 };
}

/** Whether `next`, estimated at `now` (epoch ms), is to be told to somebody who was told `last`. */
export function restate(last: Told, next: Wait, now: number): Restatement {
  if (now - last.at < quietMs) return { tell: false };
  if (last.promised !== null && now >= last.promised - beforeBrokenMs)
    return { tell: true, apology: true, told: apologise(next, now) };
  const told = { wait: next, at: now, promised: last.promised };
  if (next.within === null || last.wait.within === null) {
    const changed = next.basis !== last.wait.basis || next.position !== last.wait.position;
    if (!changed) return { tell: false };
    // A first number after none is the first promise.
    const promised = last.promised ?? firstTold(next, now).promised;
    return { tell: true, apology: false, told: { ...told, promised } };
  }
  const due = now + next.within * 1000;
  const wasDue = last.at + last.wait.within * 1000;
  const moved =
    next.position !== last.wait.position ||
    Math.abs(due - wasDue) > minuteMs ||
    now >= wasDue - beforeBrokenMs;
  if (!moved) return { tell: false };
  // Later than promised by more than a minute: said now, while the promise still stands, and not at its end.
  const later = last.promised !== null && due > last.promised + minuteMs;
  return later
    ? { tell: true, apology: true, told: apologise(next, now) }
    : { tell: true, apology: false, told };
}

/** The new promise; an apology is followed by no tighter one than a minute. */
function apologise(next: Wait, now: number): Told {
  const within = next.within === null ? null : Math.max(next.within, graceAfterApology);
  const wait = { ...next, within };
  return { wait, at: now, promised: within === null ? null : now + within * 1000 };
}
