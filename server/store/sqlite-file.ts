// Opens the embedded database file: the settings that make a commit durable, the schema, and prepared statements.
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { migrateSqlite } from './migrate-sqlite.ts';
import { storeError } from './store-error.ts';

export interface SqliteFile {
  db: InstanceType<typeof DatabaseSync>;
  /** The prepared statement for this text; each text is prepared once. */
  statement(sql: string): StatementSyncInstance;
}

/** Kept short: whoever waits for a lock blocks everyone else of the process's store (ms). */
const busyTimeout = 250;

/**
 * Opens the file, or makes it; `:memory:` for one that is nowhere. Throws when it is no database of ours, or one of
 * a later version; StoreUnavailable while another process holds it.
 */
export function openSqliteFile(path: string): SqliteFile {
  const db = new DatabaseSync(path, { timeout: busyTimeout });
  try {
    db.exec(
      [
        'PRAGMA journal_mode = WAL',
        // With FULL each commit is synced: what was acknowledged survives a power cut.
        'PRAGMA synchronous = FULL',
        'PRAGMA foreign_keys = ON',
        // What is erased is overwritten in the file, not only forgotten.
        'PRAGMA secure_delete = ON',
        'PRAGMA trusted_schema = OFF',
      ].join(';'),
    );
    migrateSqlite(db);
  } catch (error) {
    db.close();
    throw storeError(error);
  }
  return withStatements(db);
}

/** The same file for reading alone; it never waits for a lock. Throws where there is no file. */
export function openSqliteReader(path: string): SqliteFile {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  db.exec('PRAGMA trusted_schema = OFF');
  return withStatements(db);
}

function withStatements(db: SqliteFile['db']): SqliteFile {
  const statements = new Map<string, StatementSyncInstance>();
  return {
    db,
    statement(sql) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = db.prepare(sql);
        statements.set(sql, statement);
      }
      return statement;
    },
  };
}
