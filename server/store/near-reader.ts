// The embedded store's small reads, in the caller's own thread: a row is read in microseconds, where a trip to the
// store's thread would wait for the sync of a commit that it has nothing to do with. Readers of a file in WAL mode
// see the last commit and wait for nobody.
import { openSqliteReader, type SqliteFile } from './sqlite-file.ts';
import { type StoreMethod, sqliteMethods } from './sqlite-methods.ts';

/** Reads of few rows, each by an index. What may look through much stays in the store's thread. */
const small: ReadonlySet<StoreMethod> = new Set<StoreMethod>([
  'conversation',
  'read',
  'openFor',
  'conversationsOf',
  'historyOf',
  'list',
  'nextDue',
  'presences',
  'agent',
  'agents',
  'factsOf',
  'rungs',
  'session',
]);

export interface NearReader {
  /** Undefined: it is to be asked of the store's thread. Throws only what the same read would throw there. */
  read(method: StoreMethod, args: unknown[]): { value: unknown } | undefined;
  close(): void;
}

/** Opens the file when it is first read, and anew after a failure. */
export function createNearReader(path: string): NearReader {
  let file: SqliteFile | undefined;

  return {
    read(method, args) {
      if (!small.has(method)) return undefined;
      try {
        file ??= openSqliteReader(path);
        const run = sqliteMethods[method].run as (file: SqliteFile, ...args: unknown[]) => unknown;
        return { value: run(file, ...args) };
      } catch {
        // Locked whole, or not there (yet): the store's thread waits for a moment, and says what is wrong.
        file?.db.close();
        file = undefined;
        return undefined;
      }
    },
    close() {
      file?.db.close();
      file = undefined;
    },
  };
}
