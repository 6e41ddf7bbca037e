// The order of the line: priority, then arrival, then id so that two of the same millisecond do not swap.
// The store sorts by the same three; this is the definition that the desk and its tests hold it to.
import type { ConversationRow } from '../store/store.ts';

/** Priority of a handoff without a reason to go first; lower is served first. */
export const ordinary = 2;

export type Placed = Pick<ConversationRow, 'id' | 'priority' | 'queuedAt'>;

/** Negative when `a` is served before `b`. A lower priority value goes first; who has no time of arrival, last. */
export function compareInQueue(a: Placed, b: Placed): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  const arrival = (a.queuedAt ?? Number.POSITIVE_INFINITY) - (b.queuedAt ?? Number.POSITIVE_INFINITY);
  if (arrival !== 0 && !Number.isNaN(arrival)) return arrival;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The place (from 1) that `placed` has, or would have, in a line of others; it may itself be among them. */
export function placeInLine(line: Iterable<Placed>, placed: Placed): number {
  let place = 1;
  for (const other of line) if (other.id !== placed.id && compareInQueue(other, placed) < 0) place++;
  return place;
}
