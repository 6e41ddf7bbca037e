// The embedded store in the caller's own thread: for the command line, for tests, and (as `:memory:`) wherever a
// store is wanted that leaves nothing behind. The server uses threaded-store.ts.
import { type Outcome, runGroup, type StoreCall } from './run-group.ts';
import { openSqliteFile } from './sqlite-file.ts';
import type { Store } from './store.ts';
import { storeOfCalls } from './store-of-calls.ts';

/** `file`: a path, or `:memory:`. Throws when it cannot be opened as a database of ours. */
export function openSqliteStore(options: { file: string }): Store {
  const file = openSqliteFile(options.file);
  let gathered: (StoreCall & { answer(outcome: Outcome): void })[] = [];
  let closed = false;

  /** Everything that was asked for in one go shares one commit. */
  function flush(): void {
    const calls = gathered;
    gathered = [];
    if (calls.length === 0) return;
    runGroup(file, calls, (answered) => {
      for (const { index, outcome } of answered) calls[index]!.answer(outcome);
    });
  }

  function call(method: StoreCall['method'], args: unknown[]): Promise<unknown> {
    if (closed) return Promise.reject(new Error('The store is closed.'));
    return new Promise((resolve, reject) => {
      if (gathered.length === 0) queueMicrotask(flush);
      gathered.push({
        method,
        args,
        answer: (outcome) => (outcome.ok ? resolve(outcome.value) : reject(outcome.error as Error)),
      });
    });
  }

  return storeOfCalls(call, async () => {
    if (closed) return;
    closed = true;
    flush();
    file.db.close();
  });
}
