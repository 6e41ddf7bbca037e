// The thread that messages are read in: each in its order, and what has gathered is answered together.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts';
import { unpackModel } from './understand/pack-model.ts';
import { readMessage, type ToRead } from './understand/read-message.ts';
import type { ReadSite } from './understand/read-site.ts';
import { compileSite, type SiteModel } from './understand/site-model.ts';

/** What has been read waits no longer for what is read behind it, ms. */
const together = 4;

if (parentPort === null) throw new Error('reader-worker runs as a worker thread only');
const port = parentPort;
const { reading } = workerData as ReaderStart;
const known = new Map<string, { site: ReadSite; model: SiteModel }>();

port.on('message', (first: ToReader[]) => {
  let answers: FromReader[] = [];
  let since = performance.now();
  const answer = () => {
    if (answers.length > 0) port.postMessage(answers);
    answers = [];
    since = performance.now();
  };
  for (let some: ToReader[] | undefined = first; some; some = next()) {
    for (const one of some) {
      if ('model' in one) known.set(one.site.id, { site: one.site, model: modelOf(one) });
      else answers.push(readOne(one));
      if (performance.now() - since > together) answer();
    }
  }
  answer();
});

function next(): ToReader[] | undefined {
  return (receiveMessageOnPort(port) as { message: ToReader[] } | undefined)?.message;
}

function modelOf({ site, model }: Extract<ToReader, { model: unknown }>): SiteModel {
  return compileSite(site, unpackModel(model));
}

function readOne({ id, site: siteId, message }: Extract<ToReader, { id: number }>): FromReader {
  Atomics.store(reading, 0, BigInt(id));
  try {
    const { site, model } = known.get(siteId)!;
    return { id, read: JSON.stringify(readMessage(model, site, JSON.parse(message) as ToRead)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    Atomics.store(reading, 0, 0n);
  }
}
