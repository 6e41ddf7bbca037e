// P2: what is older than its site keeps it goes by itself, but not by a clock that somebody has just set.
import { expect, test } from 'vitest';
import { simulatedClock } from '../../server/clock.ts';
import { startRetention } from '../../server/retention.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { testSite } from '../helpers/test-site.ts';
import { beginning } from '../store/beginning.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1);

/** A server that has just started; `ahead`: what its clock is wrong by. */
async function started(ahead = 0) {
  const store = createMemoryStore();
  await store.begin(beginning('a', { at: start }));
  const real = simulatedClock(start);
  const failures: string[] = [];
  let looks = 0;
  const world = { store, real, ahead, failures, looks: () => looks, end: () => {} };
  const site = { ...testSite(), id: 'airline', retentionDays: 90 };
  world.end = startRetention({
    store: {
      ...store,
      conversationIds(of) {
        looks += 1;
        return store.conversationIds(of);
      },
    },
    sites: new Map([[site.id, site]]),
    clock: {
      now: () => real.now() + world.ahead,
      at: (time, call) => real.at(time - world.ahead, call),
    },
    steady: () => real.now(),
    failed: (error) => failures.push((error as Error).message),
  });
  return world;
}

test('P2 it begins ten minutes after the start, and goes on every six hours', async () => {
  const { store, real, looks, failures, end } = await started();
  real.set(start + 10 * minute - 1);
  expect(looks()).toBe(0);
  real.set(start + 10 * minute);
  expect(looks()).toBe(1);
  for (let at = 6 * hour; at <= 91 * day; at += 6 * hour) real.set(start + 10 * minute + at);
  expect(looks()).toBe(1 + 91 * 4);
  await expect
    .poll(() => store.read('a'))
    .toMatchObject([{ type: 'erased', by: 'retention', why: '90 days' }]);
  expect(failures).toEqual([]);
  end();
  real.set(start + 100 * day);
  expect(looks()).toBe(1 + 91 * 4);
});

test('P2 a clock that was set since the last look erases nothing, nor one that was set right again', async () => {
  const world = await started();
  const { real, looks, failures } = world;
  real.set(start + 10 * minute);
  world.ahead = 100 * day;
  real.set(start + 10 * minute + 6 * hour);
  expect(looks()).toBe(1);
  expect(failures).toEqual(['The clock was set by 8640000 s: nothing is erased for its age yet.']);
  world.ahead = 0;
  real.set(start + 10 * minute + 12 * hour);
  expect([looks(), failures.length]).toEqual([1, 2]);
  real.set(start + 10 * minute + 18 * hour);
  expect([looks(), failures.length]).toEqual([2, 2]);
  expect(await world.store.read('a')).toHaveLength(1);
});

test('P2 a machine that starts with a wrong clock erases nothing once it is told the time, until it has held', async () => {
  const world = await started(200 * day);
  world.ahead = hour;
  world.real.set(start + 10 * minute);
  expect([world.looks(), world.failures.length]).toEqual([0, 1]);
  // A few minutes are no such thing.
  world.ahead = hour - 5 * minute;
  world.real.set(start + 10 * minute + 6 * hour);
  expect([world.looks(), world.failures.length]).toEqual([1, 1]);
});
