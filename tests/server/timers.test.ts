import { describe, expect, it } from 'vitest';
import { simulatedClock } from '../../server/clock.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { Timer } from '../../server/store/store.ts';
import { createTimers } from '../../server/timers.ts';

async function line(start = 1_000_000) {
  const clock = simulatedClock(start);
  const store = openSqliteStore({ file: ':memory:' });
  const { row } = await store.begin({
    id: 'c1',
    site: 's',
    channel: 'web',
    visitor: 'v',
    customer: null,
    at: start,
    events: [{ type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 's' }],
  });
  const set = (name: string, due: number) =>
    store.append({ conversation: row.id, at: clock.now(), events: [], setTimers: [{ name, ref: '1', due }] });
  const clear = ({ name, ref }: Timer) =>
    store.append({ conversation: row.id, at: clock.now(), events: [], clearTimers: [{ name, ref }] });
  return { clock, store, set, clear, start };
}

describe('timers', () => {
  it('come due in their order, each once, and not before', async () => {
    const { clock, store, set, clear, start } = await line();
    const acted: [string, number][] = [];
    const timers = createTimers({
      store,
      clock,
      failed: (error) => expect.unreachable(String(error)),
      due: async (timer) => {
        acted.push([timer.name, clock.now() - start]);
        await clear(timer);
      },
    });
    await set('late', start + 2000);
    await set('soon', start + 1000);
    await timers.run();
    expect(acted).toEqual([]);
    clock.set(start + 1500);
    await timers.run();
    clock.set(start + 5000);
    await timers.run();
    await timers.run();
    expect(acted).toEqual([
      ['soon', 1500],
      ['late', 5000],
    ]);
  });

  it('N1 that a process set before it died and the clock went back an hour are taken at the next start', async () => {
    const { store, set, clear, start } = await line();
    await set('turn', start + 2000);
    await set('watchdog', start + 2000);
    const clock = simulatedClock(start - 3_600_000);
    const acted: string[] = [];
    const due = async (timer: Timer) => {
      acted.push(timer.name);
      await clear(timer);
    };
    await createTimers({ store, clock, failed: (error) => expect.unreachable(String(error)), due }).run();
    expect(acted).toEqual(['turn']);
  });

  it('that were not dealt with are taken again after their lease', async () => {
    const { clock, store, set, start } = await line();
    let taken = 0;
    const timers = createTimers({ store, clock, failed: () => undefined, due: async () => void taken++ });
    await set('stubborn', start);
    await timers.run();
    await timers.run();
    expect(taken).toBe(1);
    clock.set(start + 31_000);
    await timers.run();
    expect(taken).toBe(2);
  });

  it('wake the server that is told of them, and one that fails harms no other', async () => {
    const { clock, store, set, clear, start } = await line();
    const faults: unknown[] = [];
    const acted = new Set<string>();
    let wake: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const timers = createTimers({
      store,
      clock,
      failed: (error) => faults.push(error),
      due: async (timer) => {
        acted.add(timer.name);
        if (acted.size === 2) wake();
        if (timer.name === 'bad') throw new Error('bad');
        await clear(timer);
      },
    });
    timers.start();
    await timers.run();
    await set('bad', start + 500);
    await set('good', start + 500);
    timers.expect(start + 500);
    clock.set(start + 500);
    await both;
    await timers.stop();
    expect(String(faults[0])).toContain('bad');
    expect(await store.nextDue()).toBeGreaterThan(start + 500);
  });

  it('are left to others by a server that stops, but for those that it has', async () => {
    const { clock, store, start } = await line();
    const setTimers = Array.from({ length: 120 }, (_, i) => ({ name: 'late', ref: `${i}`, due: start }));
    await store.append({ conversation: 'c1', at: start, events: [], setTimers });
    let taken = 0;
    const timers = createTimers({ store, clock, failed: () => undefined, due: async () => void taken++ });
    timers.start();
    const first = new Promise<void>((resolve) => clock.at(start, resolve));
    clock.set(start);
    await first;
    await timers.stop();
    expect((await store.takeDue(start, 1, 200)).length + taken).toBe(120);
    expect(taken).toBeLessThan(120);
  });
});
