// Lanes of several nodes over one store: one at a time, in order within a node, and free again when a node is gone.
import { expect, onTestFinished, test } from 'vitest';
import { type SimulatedClock, simulatedClock } from '../../server/clock.ts';
import { createSharedLanes } from '../../server/shared-lanes.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { createLanes } from '../../shared/lanes.ts';

function scene() {
  const store = createMemoryStore();
  const faults: unknown[] = [];
  onTestFinished(() => expect(faults).toEqual([]));
  const node = (holder: string, clock: SimulatedClock, over: Partial<Store> = {}) =>
    createSharedLanes({
      own: createLanes(),
      store: { ...store, ...over },
      clock,
      holder,
      random: () => 0.5,
      failed: (error) => faults.push(error),
    });
  return { store, node };
}

/** Lets time pass in small steps, and what it sets going end, until `done`. */
async function pass(clock: SimulatedClock, done: () => boolean): Promise<void> {
  for (let step = 0; step < 2_000 && !done(); step += 1) {
    clock.set(clock.now() + 10);
    await new Promise(setImmediate);
  }
  expect(done()).toBe(true);
}

test('work in a lane is done by one node at a time, however long it takes', async () => {
  const clock = simulatedClock(0);
  const { node } = scene();
  const nodes = [node('one', clock), node('two', clock)];
  let inside = 0;
  let most = 0;
  let ended = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    const until = clock.now() + 6_000;
    await new Promise<void>((resolve) => clock.at(until, resolve));
    inside -= 1;
    ended += 1;
  };
  for (const lanes of [...nodes, ...nodes]) void lanes.run('a', work);
  await pass(clock, () => ended === 4 || clock.now() > 15_000);
  await pass(clock, () => ended === 4);
  expect(most).toBe(1);
});

test('other lanes do not wait', async () => {
  const clock = simulatedClock(0);
  const { node } = scene();
  let release = () => {};
  const slow = node('one', clock).run('a', () => new Promise<void>((resolve) => (release = resolve)));
  const quick = await node('two', clock).run('b', async () => 'done');
  expect(quick).toBe('done');
  release();
  await slow;
});

test('the lane of a node that is gone is taken, and the node that comes back in the middle knows it', async () => {
  const clock = simulatedClock(0);
  const { node, store } = scene();
  // It hangs: no sign of life reaches the store any more.
  let hangs = false;
  const gone = node('gone', clock, {
    holdLane: (...asked) => (hangs ? new Promise(() => {}) : store.holdLane(...asked)),
  });
  let taken = false;
  let started = false;
  void gone.run('a', () => {
    started = true;
    hangs = true;
    return new Promise(() => {});
  });
  await pass(clock, () => started);
  expect(gone.holds('a')).toBe(true);
  const other = node('other', clock);
  void other.run('a', async () => {
    taken = true;
    expect(other.holds('a')).toBe(true);
  });
  await pass(clock, () => taken);
  expect(clock.now()).toBeGreaterThanOrEqual(4_000);
  expect(gone.holds('a')).toBe(false);
});

test('what comes next in a lane holds it, however late the store hears that it was left before', async () => {
  const clock = simulatedClock(0);
  const { node, store } = scene();
  const late: (() => void)[] = [];
  const one = node('one', clock, {
    leaveLane: async (...left) => {
      await new Promise<void>((resolve) => late.push(resolve));
      await store.leaveLane(...left);
    },
  });
  await one.run('a', async () => {});
  let taken: boolean | undefined;
  const next = one.run('a', async () => {
    late.shift()?.();
    await new Promise(setImmediate);
    taken = await store.holdLane('a', 'two', clock.now(), 4_000);
  });
  await new Promise(setImmediate);
  late.shift()?.();
  await next;
  expect(taken).toBe(false);
});

test('a node that stood still does not take back a lane that was left meanwhile by whoever went on', async () => {
  const clock = simulatedClock(0);
  const { node, store } = scene();
  const lanes = node('one', clock);
  await lanes.run('a', async () => {
    await store.holdLane('a', 'two', 10_000, 4_000);
    await store.leaveLane('a', 'two');
    clock.set(10_000);
    await new Promise(setImmediate);
    expect(lanes.holds('a')).toBe(false);
  });
});
