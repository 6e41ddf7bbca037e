// Timers as rows: taken for a while by one taker, gone only when an append clears them, so that what a dead
// process held comes back.
import type { SqliteFile } from './sqlite-file.ts';
import type { Timer } from './store.ts';

export function takeDue(
  file: SqliteFile,
  now: number,
  lease: number,
  limit: number,
  ahead?: number,
): Timer[] {
  // Looked for apart: what is due is found by the index, what lies ahead by a look at every row.
  const stray = ahead === undefined ? '' : `OR (name = 'turn' AND wake > ?1 + ?4)`;
  const timers = file
    .statement(
      `UPDATE timers SET wake = ?1 + ?2
       WHERE rowid IN (SELECT rowid FROM timers WHERE wake <= ?1 ${stray} ORDER BY wake, rowid LIMIT ?3)
       RETURNING conversation, site, name, ref, due`,
    )
    .all(now, lease, limit, ...(ahead === undefined ? [] : [ahead])) as Timer[];
  return timers.map((timer) => ({ ...timer })).sort((a, b) => a.due - b.due);
}

export function nextDue(file: SqliteFile): number | undefined {
  const { wake } = file.statement('SELECT min(wake) AS wake FROM timers').get() as { wake: number | null };
  return wake ?? undefined;
}
