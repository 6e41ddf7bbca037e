// One life of the store's thread: its calls in flight, and what becomes of them when it ends.
import { Worker } from 'node:worker_threads';
import type { StoreCall } from './run-group.ts';
import { sqliteMethods } from './sqlite-methods.ts';
import type { FromStore, SentError, ToStore } from './store-messages.ts';
import { StoreUnavailable } from './store-unavailable.ts';

export interface StoreThreadOptions {
  file: string;
  /** The built `store-worker.js`. */
  workerFile: string | URL;
  /** How many pieces of work are under way now, whose writes may wait for one another. Default: none. */
  underWay?: (() => number) | undefined;
}

export interface StoreThread {
  /** Rejects when the file cannot be opened. */
  opened: Promise<void>;
  call(method: StoreCall['method'], args: unknown[]): Promise<unknown>;
  /** Answers what was asked before, then ends. */
  close(): Promise<void>;
  ended(): boolean;
}

interface InFlight {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Where much is under way, a write waits for others, so that they share one commit, its sync, and the way there and
 * back: what this saves of the processor, all who wait are served the sooner. Milliseconds for each piece of work,
 * and at most; one alone, or a few, do not wait at all.
 */
const gatherPerWork = 0.25;
const gatherAtMost = 10;

export function startStoreThread(options: StoreThreadOptions): StoreThread {
  const worker = new Worker(options.workerFile, { workerData: { file: options.file } });
  const inFlight = new Map<number, InFlight>();
  let gathered: Extract<ToStore, { calls: unknown }>['calls'] = [];
  let gathering: NodeJS.Timeout | undefined;
  let lastId = 0;
  let ended = false;
  const send = (message: ToStore) => worker.postMessage(message);

  function flush(): void {
    clearTimeout(gathering);
    gathering = undefined;
    if (gathered.length > 0) send({ calls: gathered });
    gathered = [];
  }

  /** What a caller asks for in one go travels as one message; what is only read waits for nobody. */
  function gather(call: (typeof gathered)[number]): void {
    const waits = sqliteMethods[call.method].writes
      ? Math.min(gatherAtMost, Math.floor((options.underWay?.() ?? 0) * gatherPerWork))
      : 0;
    if (waits > 0) gathering ??= setTimeout(flush, waits);
    else if (gathered.length === 0 || gathering) queueMicrotask(flush);
    gathered.push(call);
  }

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromStore) => {
      if ('opened' in message) resolve();
      else if ('failed' in message) reject(received(message.failed));
      else for (const answer of message.answers) settle(answer);
    });
    worker.on('error', (error) => fail(error, reject));
    worker.on('exit', () => fail(new Error('The store thread has ended.'), reject));
  });
  // A thread that is started again has nobody who waits for `opened`: its calls are told instead.
  opened.catch(() => undefined);

  function settle(answer: Extract<FromStore, { answers: unknown }>['answers'][number]): void {
    const call = inFlight.get(answer.id);
    inFlight.delete(answer.id);
    if ('error' in answer) call?.reject(received(answer.error));
    else call?.resolve(answer.value);
  }

  /** Whether what was in flight was stored is not known; the author's id makes it safe to send it again. */
  function fail(cause: Error, rejectOpened: (error: Error) => void): void {
    ended = true;
    rejectOpened(cause);
    for (const call of inFlight.values()) call.reject(new StoreUnavailable(cause.message, { cause }));
    inFlight.clear();
    clearTimeout(gathering);
    gathered = [];
  }

  return {
    opened,
    call(method, args) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        inFlight.set(id, { resolve, reject });
        gather({ id, method, args });
      });
    },
    close() {
      return new Promise((resolve) => {
        if (ended) return resolve();
        flush();
        worker.once('exit', () => resolve());
        send({ close: true });
      });
    },
    ended: () => ended,
  };
}

function received(error: SentError): Error {
  const { name, message, stack, unavailable } = error;
  const made: Error = unavailable ? new StoreUnavailable(message) : new Error(message);
  if (!unavailable) made.name = name;
  if (stack) made.stack = stack;
  return made;
}
