// Who waits, who has left and who is served, as last read: each turn asks for the lines of its site, and a line of
// thousands is not read again for every turn of somebody who does not stand in it. For a process that writes alone.
import type { ConversationStatus } from '../../shared/conversation.ts';
import type { Append, Appended, ConversationRow, Store } from './store.ts';

/** Of these every write is seen here, and they change rarely. */
const lines: ReadonlySet<ConversationStatus> = new Set(['waiting', 'left', 'claimed']);
/** A command line may write as well (an erasure): what is kept is read anew after this, ms. */
const keptFor = 1_000;

interface Kept {
  rows: Promise<ConversationRow[]>;
  /** Of `now`. */
  at: number;
}

/** `now`: milliseconds that only go forward. The rows that `list` gives are shared and must not be changed. */
export function keepLines(store: Store, now: () => number): Store {
  const kept = new Map<string, Kept>();

  /** Whatever becomes of a write: of one that failed nobody knows whether it was stored. */
  async function written<T>(write: Promise<T>, moves: (outcome: T) => boolean): Promise<T> {
    try {
      const outcome = await write;
      if (moves(outcome)) kept.clear();
      return outcome;
    } catch (error) {
      kept.clear();
      throw error;
    }
  }

  return {
    ...store,
    list(sites, statuses, limit) {
      if (!statuses.every((status) => lines.has(status))) return store.list(sites, statuses, limit);
      const key = JSON.stringify([sites, statuses, limit]);
      const known = kept.get(key);
      if (known && now() - known.at < keptFor) return known.rows;
      const rows = store.list(sites, statuses, limit);
      kept.set(key, { rows, at: now() });
      rows.catch(() => kept.delete(key));
      return rows;
    },
    append: (append) => written(store.append(append), (appended) => movesLine(append, appended)),
    erase: (...args) => written(store.erase(...args), () => true),
  };
}

/** It went into a line or out of it, or stands in one. */
function movesLine(append: Append, appended: Appended): boolean {
  if (!appended.ok) return false;
  return append.row?.status !== undefined || lines.has(appended.row.status);
}
