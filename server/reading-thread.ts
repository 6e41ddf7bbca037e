// Reading in a thread of its own: no long message holds up a socket, and one that is read without end is given up,
// alone. The thread is started when something is to be read, and anew after it has died.
import { Worker } from 'node:worker_threads';
import type { Brain } from './brain.ts';
import type { Reader } from './reader.ts';
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts';
import type { Site } from './site/site.ts';
import { packModel } from './understand/pack-model.ts';
import type { Read, ToRead } from './understand/read-message.ts';
import { readSite } from './understand/read-site.ts';
import type { SiteModel } from './understand/site-model.ts';

export interface ReadingThreadOptions {
  /** The built `reader-worker.js`. */
  workerFile: string | URL;
  brain: Pick<Brain, 'model'>;
  /** Hears why the thread was started anew. */
  warn(text: string): void;
  /** Milliseconds without an answer, once it runs, after which what it reads is given up. Default: 5,000. */
  patience?: number;
}

export interface ReadingThread {
  read: Reader;
  /** Makes a site known before its first message. */
  learn(site: Site): void;
  /** For how long the message that waits longest has waited, ms; 0 with none. */
  lag(): number;
  /** What is not read by now is given up, and nothing is read any more. */
  close(): Promise<void>;
}

interface InFlight {
  site: Site;
  message: ToRead;
  since: number;
  resolve(read: Read): void;
  reject(error: Error): void;
}

interface Life {
  worker: Worker;
  /** The id of what it reads just now. */
  reading: ReaderStart['reading'];
  /** It runs: from then on it may be asked why it does not answer. */
  runs: boolean;
  /** What it was told of each site, by id. */
  models: Map<string, SiteModel>;
}

/** With so many unread in the thread what comes next waits here, to travel together: it would only wait there. */
const ahead = 4;

export function openReadingThread({
  workerFile,
  brain,
  warn,
  patience = 5_000,
}: ReadingThreadOptions): ReadingThread {
  /** Oldest first, which is the order in which they are read. */
  const inFlight = new Map<number, InFlight>();
  let gathered: ToReader[] = [];
  /** Messages that are in the thread. */
  let unread = 0;
  let life: Life | undefined;
  let lastId = 0;
  let heard = 0;
  let watching: NodeJS.Timeout | undefined;
  let closed = false;

  function alive(): Life {
    if (life) return life;
    const reading = new BigInt64Array(new SharedArrayBuffer(8));
    const worker = new Worker(workerFile, { workerData: { reading } satisfies ReaderStart });
    const mine: Life = { worker, reading, runs: false, models: new Map() };
    worker.on('online', () => {
      mine.runs = true;
      heard = performance.now();
    });
    worker.on('message', (answers: FromReader[]) => {
      if (life !== mine) return;
      answers.forEach(settle);
      flush();
    });
    const died = (why: string) => {
      if (life === mine) startAnew(why);
    };
    worker.on('error', (error) => died(error.message));
    worker.on('exit', (code) => died(`it ended with code ${code}`));
    life = mine;
    return mine;
  }

  function settle(answer: FromReader): void {
    heard = performance.now();
    unread -= 1;
    const one = inFlight.get(answer.id);
    inFlight.delete(answer.id);
    if ('error' in answer) one?.reject(answer.error);
    else one?.resolve(JSON.parse(answer.read) as Read);
  }

  /** What was being read is what it died of, or hangs in; all that waited with it is read by the next. */
  function startAnew(why: string): void {
    const before = life;
    life = undefined;
    gathered = [];
    unread = 0;
    void before?.worker.terminate();
    warn(`The reading thread is started anew: ${why}`);
    const read = before ? Number(Atomics.load(before.reading, 0)) : 0;
    // One that died between two messages gives up the oldest, so that it is not started anew for ever.
    const [oldest = 0] = inFlight.keys();
    const culprit = inFlight.has(read) ? read : oldest;
    inFlight.get(culprit)?.reject(new Error(`A message could not be read: ${why}`));
    inFlight.delete(culprit);
    heard = performance.now();
    for (const [id, one] of inFlight) send(id, one);
  }

  function send(id: number, { site, message }: InFlight): void {
    tell(site);
    gather({ id, site: site.id, message: JSON.stringify(message) });
  }

  function tell(site: Site): void {
    const { models } = alive();
    const model = brain.model(site.id)!;
    if (models.get(site.id) === model) return;
    models.set(site.id, model);
    gather({ site: readSite(site), model: packModel(model.intents) });
  }

  /** What is asked for in one go travels as one message. */
  function gather(one: ToReader): void {
    if (gathered.length === 0) queueMicrotask(flush);
    gathered.push(one);
  }

  function flush(): void {
    if (gathered.length === 0 || unread >= ahead) return;
    life?.worker.postMessage(gathered);
    unread += gathered.filter((one) => 'id' in one).length;
    gathered = [];
  }

  function watch(ms: number): void {
    const from = performance.now();
    watching = setTimeout(() => {
      watching = undefined;
      if (inFlight.size === 0) return;
      // A process that itself stood still knows nothing of its thread.
      const stood = performance.now() - from > 2 * ms;
      const left = patience - (performance.now() - heard);
      if (left <= 0 && !stood && life?.runs) startAnew(`nothing was answered for ${patience} ms`);
      if (inFlight.size > 0) watch(left > 0 ? left : patience);
    }, ms);
    watching.unref();
  }

  return {
    read: async (site, message) => {
      if (!brain.model(site.id)) return undefined;
      // A turn that outlives the server is left to the timer behind it: another thread would keep the process alive.
      if (closed) throw new Error('The reading thread is closed.');
      return new Promise((resolve, reject) => {
        const one: InFlight = { site, message, since: performance.now(), resolve, reject };
        if (inFlight.size === 0) heard = one.since;
        inFlight.set(++lastId, one);
        send(lastId, one);
        if (!watching) watch(patience);
      });
    },
    learn: tell,
    lag() {
      for (const { since } of inFlight.values()) return performance.now() - since;
      return 0;
    },
    async close() {
      closed = true;
      clearTimeout(watching);
      const before = life;
      life = undefined;
      for (const { reject } of inFlight.values()) reject(new Error('The reading thread was closed.'));
      inFlight.clear();
      await before?.worker.terminate();
    },
  };
}
