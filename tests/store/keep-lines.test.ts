// The lines as last read: the same answers as the store's own, without asking it each time.
import { expect, test, vi } from 'vitest';
import { keepLines } from '../../server/store/keep-lines.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { beginning, said, waiting } from './beginning.ts';
import { storeContract } from './contract.ts';

storeContract('a store with its lines kept', async () => keepLines(createMemoryStore(), () => 0), {
  durable: false,
});

function setUp() {
  const under = createMemoryStore();
  const list = vi.spyOn(under, 'list');
  let now = 0;
  const store = keepLines(under, () => now);
  const line = async () => (await store.list(['airline'], ['waiting'], 100)).map(({ id }) => id);
  const later = (ms: number) => {
    now += ms;
  };
  return { under, store, line, asked: () => list.mock.calls.length, later };
}

test('a line is read once, however much is said by those who do not stand in it', async () => {
  const { store, line, asked } = setUp();
  await waiting(store, 'a', 10);
  await store.begin(beginning('b'));
  expect(await line()).toEqual(['a']);
  await store.append({ conversation: 'b', at: 20, events: [said('hello')] });
  expect(await line()).toEqual(['a']);
  expect(asked()).toBe(1);
});

test('shows the line as it is after every write that moves it', async () => {
  const { store, line } = setUp();
  await waiting(store, 'a', 10);
  expect(await line()).toEqual(['a']);
  await waiting(store, 'b', 5);
  expect(await line()).toEqual(['b', 'a']);
  await store.append({ conversation: 'a', at: 30, events: [], row: { priority: -1 } });
  expect(await line()).toEqual(['a', 'b']);
  await store.append({ conversation: 'a', at: 40, events: [], row: { status: 'claimed' } });
  expect(await line()).toEqual(['b']);
  await store.erase('b', 'mia', 'asked for', 50);
  expect(await line()).toEqual([]);
});

test('reads again after a write of which nobody knows whether it was stored', async () => {
  const { under, store, line, asked } = setUp();
  await waiting(store, 'a', 10);
  await line();
  vi.spyOn(under, 'append').mockRejectedValueOnce(new Error('gone'));
  await expect(store.append({ conversation: 'a', at: 1, events: [] })).rejects.toThrow('gone');
  await line();
  expect(asked()).toBe(2);
});

test('what another process wrote is seen within a second', async () => {
  const { under, line, later } = setUp();
  await line();
  await waiting(under, 'a', 10);
  later(1_000);
  expect(await line()).toEqual(['a']);
});
