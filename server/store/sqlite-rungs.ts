// Rungs in the embedded store, and what the log tells of actions: how often, and what became of them.
import type { EventType } from '../../shared/events.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { ActionCount, LoggedEvent, RungAlert, RungRow } from './store.ts';
import { storedEvent } from './stored-event.ts';

type Columns = Omit<RungRow, 'held'> & { held: number };

const columns = 'site, action, n, at, mode, share, held, by, why';

export function addRung(file: SqliteFile, rung: RungRow, alert?: RungAlert): boolean {
  const { site, action, n, at, mode, share, held, by, why } = rung;
  const added = file
    .statement(`INSERT OR IGNORE INTO rungs (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(site, action, n, at, mode, share, held ? 1 : 0, by, why);
  if (Number(added.changes) === 0) return false;
  if (alert) {
    const { conversation, ref, due } = alert;
    file
      .statement(
        `INSERT OR REPLACE INTO timers (conversation, name, ref, site, due, wake) VALUES (?, 'alert', ?, ?, ?, ?)`,
      )
      .run(conversation, ref, site, due, due);
  }
  return true;
}

export function currentRungs(file: SqliteFile, site: string): RungRow[] {
  const rows = file
    .statement(
      `SELECT ${columns} FROM rungs AS r WHERE site = ?
       AND n = (SELECT max(n) FROM rungs WHERE site = r.site AND action = r.action) ORDER BY action`,
    )
    .all(site) as unknown as Columns[];
  return rows.map(rungRow);
}

export function rungHistory(file: SqliteFile, site: string, action: string, limit: number): RungRow[] {
  const rows = file
    .statement(`SELECT ${columns} FROM rungs WHERE site = ? AND action = ? ORDER BY n DESC LIMIT ?`)
    .all(site, action, limit) as unknown as Columns[];
  return rows.map(rungRow);
}

export function confirmedCounts(
  file: SqliteFile,
  site: string,
  since: number,
  until: number,
  bucket: number,
): ActionCount[] {
  const rows = file
    .statement(
      `SELECT json_extract(content, '$.action') AS action, at / ?1 * ?1 AS since, count(*) AS n FROM events
       WHERE site = ?2 AND type = 'confirmed' AND at >= ?3 AND at < ?4 AND content IS NOT NULL
       GROUP BY 1, 2 ORDER BY 2, 1`,
    )
    .all(bucket, site, since, until) as unknown as ActionCount[];
  return rows.map((row) => ({ ...row }));
}

export function eventsOf(
  file: SqliteFile,
  site: string,
  types: EventType[],
  since: number,
  limit: number,
): LoggedEvent[] {
  const statement = file.statement(
    `SELECT conversation, seq, at, content FROM events WHERE site = ? AND type = ? AND at >= ?
     AND content IS NOT NULL ORDER BY at DESC LIMIT ?`,
  );
  const rows = types.flatMap(
    (type) =>
      statement.all(site, type, since, limit) as unknown as {
        conversation: string;
        seq: number;
        at: number;
        content: string;
      }[],
  );
  return rows.map(({ conversation, seq, at, content }) => ({
    conversation,
    event: storedEvent(content, seq, at),
  }));
}

function rungRow(row: Columns): RungRow {
  return { ...row, held: row.held === 1 };
}
