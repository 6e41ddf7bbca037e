// The conditions of an append, in the order in which they are looked at: the same for every implementation.
import type { Append, ConversationRow } from './store.ts';

/** Why the append is refused for the row as it stands, if it is. */
export function refusal(
  row: ConversationRow,
  append: Append,
): 'not_found' | 'moved' | 'fenced' | 'status' | undefined {
  // Erased, it is nobody's: what was said into it would be found by no one, and could be erased for no one. It is
  // looked at here, on the row that is written to: an erasure may come between loading and storing.
  if (row.visitor === '' && append.client) return 'not_found';
  if (append.expect !== undefined && append.expect !== row.seq) return 'moved';
  if (append.fence !== undefined && append.fence !== row.fence) return 'fenced';
  if (append.statuses && !append.statuses.includes(row.status)) return 'status';
  return undefined;
}

/** The row after the append, but for what its events do to seq. */
export function rowAfter<R extends ConversationRow>(row: R, append: Append): R {
  return {
    ...row,
    ...append.row,
    fence: row.fence + (append.raiseFence ? 1 : 0),
    updatedAt: Math.max(row.updatedAt, append.at),
  };
}

/** Whether this change could make a second open conversation of one visitor or customer. */
export function mayCollide(before: ConversationRow, after: ConversationRow): boolean {
  return after.status !== 'resolved' && (before.status === 'resolved' || before.customer !== after.customer);
}
