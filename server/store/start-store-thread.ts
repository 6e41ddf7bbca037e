// One life of the store's thread: its calls in flight, and what becomes of them when it ends.
import { Worker } from 'node:worker_threads';
import type { StoreCall } from './run-group.ts';
import type { FromStore, SentError, ToStore } from './store-messages.ts';
import { StoreUnavailable } from './store-unavailable.ts';

export interface StoreThreadOptions {
  file: string;
  /** The built `store-worker.js`. */
  workerFile: string | URL;
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
  /** The message that it travels in. */
  message: Message;
}

interface Message {
  calls: Extract<ToStore, { calls: unknown }>['calls'];
  unanswered: number;
}

/** While one is worked on, one more waits in the thread, so that it never idles; what comes next gathers here. */
const ahead = 2;

export function startStoreThread(options: StoreThreadOptions): StoreThread {
  const worker = new Worker(options.workerFile, {
    workerData: { file: options.file },
    // What it makes is gone with each answer. Given more, a thread keeps what a rush needed once: 20 MB and more.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  const inFlight = new Map<number, InFlight>();
  let gathered: Message = { calls: [], unanswered: 0 };
  /** Messages of which something is not answered yet. */
  let sent = 0;
  let lastId = 0;
  let ended = false;
  const send = (message: ToStore) => worker.postMessage(message);

  function flush(): void {
    const { calls } = gathered;
    if (calls.length === 0) return;
    gathered = { calls: [], unanswered: 0 };
    sent += 1;
    send({ calls });
  }

  function flushInTurn(): void {
    if (sent < ahead) flush();
  }

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromStore) => {
      if ('opened' in message) resolve();
      else if ('failed' in message) reject(received(message.failed));
      else {
        message.answers.forEach(settle);
        flushInTurn();
      }
    });
    worker.on('error', (error) => fail(error, reject));
    worker.on('exit', () => fail(new Error('The store thread has ended.'), reject));
  });
  // A thread that is started again has nobody who waits for `opened`: its calls are told instead.
  opened.catch(() => undefined);

  function settle(answer: Extract<FromStore, { answers: unknown }>['answers'][number]): void {
    const call = inFlight.get(answer.id);
    inFlight.delete(answer.id);
    if (call && --call.message.unanswered === 0) sent -= 1;
    if ('error' in answer) call?.reject(received(answer.error));
    else call?.resolve(answer.value);
  }

  /** Whether what was in flight was stored is not known; the author's id makes it safe to send it again. */
  function fail(cause: Error, rejectOpened: (error: Error) => void): void {
    ended = true;
    rejectOpened(cause);
    for (const call of inFlight.values()) call.reject(new StoreUnavailable(cause.message, { cause }));
    inFlight.clear();
    gathered = { calls: [], unanswered: 0 };
  }

  return {
    opened,
    call(method, args) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        inFlight.set(id, { resolve, reject, message: gathered });
        // What a caller asks for in one go travels as one message.
        if (gathered.calls.length === 0) queueMicrotask(flushInTurn);
        gathered.unanswered = gathered.calls.push({ id, method, args });
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
