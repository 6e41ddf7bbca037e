// Runs the calls that have gathered: reads at once, then all writes in one transaction with a savepoint for each,
// so that many conversations share one sync of the disk. A write is answered after the commit, never before.
import type { SqliteFile } from './sqlite-file.ts';
import { type StoreMethod, sqliteMethods } from './sqlite-methods.ts';
import { storeError } from './store-error.ts';
import { StoreUnavailable } from './store-unavailable.ts';

export interface StoreCall {
  method: StoreMethod;
  args: unknown[];
}

export type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** `index` in the calls. */
export interface Answered {
  index: number;
  outcome: Outcome;
}

/** `answer` is called with what was only read, then with what was written; each call is answered once. */
export function runGroup(file: SqliteFile, calls: StoreCall[], answer: (answered: Answered[]) => void): void {
  const read: Answered[] = [];
  const writes: number[] = [];
  calls.forEach((call, index) => {
    if (sqliteMethods[call.method].writes) writes.push(index);
    else read.push({ index, outcome: attempt(file, call) });
  });
  if (read.length > 0) answer(read);
  if (writes.length === 0) return;
  const outcomes = runWrites(
    file,
    writes.map((index) => calls[index]!),
  );
  answer(outcomes.map((outcome, i) => ({ index: writes[i]!, outcome })));
  if (writes.some((index) => calls[index]!.method === 'erase')) dropWrittenAhead(file);
}

function runWrites(file: SqliteFile, calls: StoreCall[]): Outcome[] {
  try {
    file.statement('BEGIN IMMEDIATE').run();
    const outcomes: Outcome[] = [];
    for (const call of calls) {
      file.statement('SAVEPOINT write').run();
      const outcome = attempt(file, call);
      // A full disk rolls the whole transaction back by itself: then nothing of this group was stored.
      if (!file.db.isTransaction) return failAll(calls, outcome.ok ? undefined : outcome.error);
      if (!outcome.ok) file.statement('ROLLBACK TO write').run();
      file.statement('RELEASE write').run();
      outcomes.push(outcome);
    }
    file.statement('COMMIT').run();
    return outcomes;
  } catch (error) {
    if (file.db.isTransaction) file.statement('ROLLBACK').run();
    return failAll(calls, error);
  }
}

function attempt(file: SqliteFile, { method, args }: StoreCall): Outcome {
  try {
    const run = sqliteMethods[method].run as (file: SqliteFile, ...args: unknown[]) => unknown;
    return { ok: true, value: run(file, ...args) };
  } catch (error) {
    return { ok: false, error: storeError(error) };
  }
}

function failAll(calls: StoreCall[], error: unknown): Outcome[] {
  const failed: Outcome = { ok: false, error: storeError(error) };
  return calls.map(() => failed);
}

/** After an erasure the write-ahead log still holds the erased contents: move it into the file and empty it. */
function dropWrittenAhead(file: SqliteFile): void {
  try {
    file.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // A reader holds the old pages for now; the next erasure or the closing empties the log.
    if (!(storeError(error) instanceof StoreUnavailable)) throw error;
  }
}
