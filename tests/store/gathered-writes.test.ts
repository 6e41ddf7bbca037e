// How calls travel to the store's thread: at once when little is under way, together when much is.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as round } from 'node:timers/promises';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { said } from './beginning.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A store whose thread answers each call with how many came in the same message. */
async function counting(underWay: () => number) {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-gathered-'));
  const workerFile = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ calls, close }) => {
        if (close) return parentPort.close();
        parentPort.postMessage({ answers: calls.map(({ id }) => ({ id, value: calls.length })) });
      });
      parentPort.postMessage({ opened: true });
    `)}`,
  );
  const store = await openThreadedStore({ file: join(folder, 'handrail.db'), workerFile, underWay });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = () => store.append({ conversation: 'a', at: 1, events: [said('x')] });
  return { store, write };
}

test('a write goes at once when little is under way', async () => {
  const { write } = await counting(() => 3);
  const first = write();
  await round();
  expect(await Promise.all([first, write()])).toEqual([1, 1]);
});

test('writes of several rounds of the event loop share one message when much is under way', async () => {
  const { write } = await counting(() => 40);
  const first = write();
  await round();
  const others = [write(), write()];
  await round();
  vi.runAllTimers();
  expect(await Promise.all([first, ...others])).toEqual([3, 3, 3]);
});

test('what is only read waits for nobody, and takes along what has gathered', async () => {
  const { store, write } = await counting(() => 40);
  const first = write();
  await round();
  expect(await Promise.all([store.ping(), first])).toEqual([2, 2]);
  expect(vi.getTimerCount()).toBe(0);
});

test('closing waits for what has gathered', async () => {
  const { store, write } = await counting(() => 40);
  const written = write();
  await store.close();
  expect(await written).toBe(1);
});
