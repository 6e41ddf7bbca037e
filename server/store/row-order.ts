// The orders in which rows of several queries are merged, the same for every database.
import type { ConversationRow } from './store.ts';

/** Queue order. */
export function byPlace(a: ConversationRow, b: ConversationRow): number {
  return a.priority - b.priority || (a.queuedAt ?? 0) - (b.queuedAt ?? 0) || byText(a.id, b.id);
}

/** Latest first. */
export function byTime(a: ConversationRow, b: ConversationRow): number {
  return b.updatedAt - a.updatedAt || byText(a.id, b.id);
}

/** As the databases compare: by code units, not by a locale. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
