// What a copy reads of the embedded database: everything as it is stored, at one moment, in pages.
import { openSqliteFile } from './sqlite-file.ts';

/** A column's value, as both databases know it. */
export type Value = string | number | null | Uint8Array;
export type Row = Record<string, Value>;

export interface CopySource {
  count(table: string): number;
  /** How many events have their content still. */
  contents(): number;
  /** In the order of ids, without `resolved_at`, which Postgres makes itself. */
  conversations(after: string, limit: number): Row[];
  /** In the order of seq. */
  events(conversation: string, after: number, limit: number): Row[];
  clientIds(conversation: string): Row[];
  /** One by one: each may be megabytes. */
  files(conversation: string): Generator<Row>;
  /** The whole table in the order in which it grew, in pages. */
  pages(
    table: 'seen' | 'timers' | 'agents' | 'sessions' | 'presence' | 'services' | 'rungs' | 'facts',
  ): Generator<Row[]>;
  /** Whether somebody has written to the file since it was opened; the copy is of the moment of opening. */
  changed(): boolean;
  close(): void;
}

const pageOfRows = 1_000;

/** Throws when the file cannot be opened as a database of ours; StoreUnavailable while another process holds it. */
export function openCopySource(path: string): CopySource {
  const file = openSqliteFile(path);
  const version = () =>
    (file.statement('PRAGMA data_version').get() as { data_version: number }).data_version;
  const first = version();
  // Everything is read in one transaction: other writers go on, and are not seen.
  file.db.exec('BEGIN');
  const number = (sql: string) => (file.statement(sql).get() as { n: number }).n;
  number('SELECT count(*) AS n FROM agents');
  return {
    count: (table) => number(`SELECT count(*) AS n FROM ${table}`),
    contents: () => number('SELECT count(content) AS n FROM events'),
    conversations: (after, limit) =>
      file
        .statement('SELECT * FROM conversations WHERE id > ? ORDER BY id LIMIT ?')
        .all(after, limit) as Row[],
    events: (conversation, after, limit) =>
      file
        .statement('SELECT * FROM events WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?')
        .all(conversation, after, limit) as Row[],
    clientIds: (conversation) =>
      file.statement('SELECT * FROM client_ids WHERE conversation = ?').all(conversation) as Row[],
    *files(conversation) {
      const ids = file.statement('SELECT id FROM files WHERE conversation = ?').all(conversation) as Row[];
      for (const { id } of ids) yield file.statement('SELECT * FROM files WHERE id = ?').get(id) as Row;
    },
    *pages(table) {
      for (let after = 0; ; ) {
        const rows = file
          .statement(
            `SELECT rowid AS place, * FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${pageOfRows}`,
          )
          .all(after) as Row[];
        if (rows.length === 0) return;
        yield rows.map(({ place: _, ...row }) => row);
        after = Number(rows.at(-1)!.place);
      }
    },
    changed() {
      if (file.db.isTransaction) file.db.exec('COMMIT');
      return version() !== first;
    },
    close() {
      if (file.db.isTransaction) file.db.exec('ROLLBACK');
      file.db.close();
    },
  };
}
