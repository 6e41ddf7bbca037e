// How calls travel to the store's thread: at once while it is free, together while it is busy.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as round } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { said } from './beginning.ts';

/** A store whose thread answers each call with how many came in the same message; `held`: not before `release`. */
async function counting(held: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-gathered-'));
  const channel = new BroadcastChannel(folder);
  const workerFile = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      let held = ${held};
      const waiting = [];
      const channel = new BroadcastChannel(${JSON.stringify(folder)});
      const release = () => {
        held = false;
        for (const calls of waiting.splice(0))
          parentPort.postMessage({ answers: calls.map(({ id }) => ({ id, value: calls.length })) });
      };
      channel.onmessage = release;
      parentPort.on('message', ({ calls, close }) => {
        if (calls) waiting.push(calls);
        if (close || !held) release();
        if (!close) return;
        channel.close();
        parentPort.close();
      });
      parentPort.postMessage({ opened: true });
    `)}`,
  );
  const store = await openThreadedStore({ file: join(folder, 'handrail.db'), workerFile });
  onTestFinished(async () => {
    channel.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  /** In a round of the event loop of its own. */
  const write = async () => {
    const written = store.append({ conversation: 'a', at: 1, events: [said('x')] });
    await round();
    return { written };
  };
  return { store, write, release: () => channel.postMessage('go') };
}

test('a write goes at once while the thread is free', async () => {
  const { write } = await counting(false);
  const { written } = await write();
  expect(await written).toBe(1);
});

test('what is asked for in one go travels as one message', async () => {
  const { store } = await counting(false);
  const append = () => store.append({ conversation: 'a', at: 1, events: [said('x')] });
  expect(await Promise.all([append(), append(), store.ping()])).toEqual([3, 3, 3]);
});

test('while one message is worked on and another waits, what comes next gathers', async () => {
  const { write, release } = await counting(true);
  const all = [await write(), await write(), await write(), await write()];
  release();
  expect(await Promise.all(all.map(({ written }) => written))).toEqual([1, 1, 2, 2]);
});

test('closing sends what has gathered, and waits for it', async () => {
  const { store, write } = await counting(true);
  const all = [await write(), await write(), await write()];
  await store.close();
  expect(await Promise.all(all.map(({ written }) => written))).toEqual([1, 1, 1]);
});
