// The store's own thread: takes everything that waits, runs it as one group with one sync of the disk, answers it
// all. It ends by a message, never by force, since SQLite must not be cut off in the middle of a query.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type Answered, runGroup } from './run-group.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import type { Answer, FromStore, SentError, ToStore } from './store-messages.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** More calls than this in one transaction would make the first of them wait too long. */
const groupLimit = 256;

if (parentPort === null) throw new Error('store-worker runs as a worker thread only');
const port = parentPort;
const send = (message: FromStore) => port.postMessage(message);

const file = open((workerData as { file: string }).file);
if (file) serve(file);

function open(path: string): SqliteFile | undefined {
  try {
    return openSqliteFile(path);
  } catch (error) {
    send({ failed: sentError(error) });
    return undefined;
  }
}

function serve(file: SqliteFile): void {
  port.on('message', (first: ToStore) => {
    const { calls, close } = gathered(first);
    runGroup(file, calls, (answered) => send({ answers: answered.map((one) => answerTo(calls, one)) }));
    if (!close) return;
    file.db.close();
    port.close();
  });
  send({ opened: true });
}

function answerTo(calls: { id: number }[], { index, outcome }: Answered): Answer {
  const { id } = calls[index]!;
  return outcome.ok ? { id, value: outcome.value } : { id, error: sentError(outcome.error) };
}

/** The message and all that have come after it by now. */
function gathered(first: ToStore): { calls: Extract<ToStore, { calls: unknown }>['calls']; close: boolean } {
  const calls = [];
  let message: ToStore | undefined = first;
  while (message) {
    if ('close' in message) return { calls, close: true };
    calls.push(...message.calls);
    if (calls.length >= groupLimit) break;
    message = (receiveMessageOnPort(port) as { message: ToStore } | undefined)?.message;
  }
  return { calls, close: false };
}

function sentError(error: unknown): SentError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, ...(stack ? { stack } : {}), unavailable: error instanceof StoreUnavailable };
}
