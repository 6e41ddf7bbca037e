// What a copy writes into Postgres: rows as they come, many in one statement.
import type { ClientBase } from 'pg';
import type { Row } from './copy-source.ts';

export interface CopyTarget {
  client: ClientBase;
  /** All or nothing. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  insert(table: string, rows: Record<string, unknown>[]): Promise<void>;
  conversations(after: string, upTo: string | undefined): Promise<Map<string, Row>>;
  count(sql: string): Promise<number>;
}

/** Postgres takes 65,535 values in a statement; an event has ten. */
const rowsAtOnce = 1_000;

export function createCopyTarget(client: ClientBase): CopyTarget {
  async function insert(table: string, rows: Record<string, unknown>[]): Promise<void> {
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce);
      const columns = Object.keys(some[0]!);
      const values = some.flatMap((row) => columns.map((column) => row[column]));
      const places = some.map(
        (_, i) => `(${columns.map((__, j) => `$${i * columns.length + j + 1}`).join(',')})`,
      );
      await client.query(`INSERT INTO ${table} (${columns.join(',')}) VALUES ${places.join(',')}`, values);
    }
  }

  return {
    client,
    insert,
    async transaction(work) {
      await client.query('BEGIN');
      try {
        const done = await work();
        await client.query('COMMIT');
        return done;
      } catch (error) {
        // On a line that broke this fails as well, and the server rolls back by itself.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    },
    async conversations(after, upTo) {
      const { rows } = await client.query<Row>(
        'SELECT * FROM conversations WHERE id > $1 AND ($2::text IS NULL OR id <= $2) ORDER BY id',
        [after, upTo ?? null],
      );
      return new Map(rows.map(({ resolved_at: _, ...row }) => [String(row.id), row]));
    },
    async count(sql) {
      const { rows } = await client.query<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`);
      return rows[0]!.n;
    },
  };
}
