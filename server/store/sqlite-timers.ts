// Timers as rows: taken for a while by one taker, gone only when an append clears them, so that what a dead
// process held comes back.
import type { SqliteFile } from './sqlite-file.ts';
import type { Timer } from './store.ts';

export function takeDue(file: SqliteFile, now: number, lease: number, limit: number): Timer[] {
  const timers = file
    .statement(
      `UPDATE timers SET wake = ?1 + ?2
       WHERE rowid IN (SELECT rowid FROM timers WHERE wake <= ?1 ORDER BY wake, rowid LIMIT ?3)
       RETURNING conversation, site, name, ref, due`,
    )
    .all(now, lease, limit) as Timer[];
  return timers.map((timer) => ({ ...timer })).sort((a, b) => a.due - b.due);
}

export function nextDue(file: SqliteFile): number | undefined {
  const { wake } = file.statement('SELECT min(wake) AS wake FROM timers').get() as { wake: number | null };
  return wake ?? undefined;
}
