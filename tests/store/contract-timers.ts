// Timers: rows that survive their taker.
import { expect, test } from 'vitest';
import { beginning, said } from './beginning.ts';
import type { Bench } from './contract.ts';

export function timerContract(bench: Bench): void {
  test('N1 a timer is set with the message it belongs to, and gone when an append clears it', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const setTimers = [
      { name: 'turn', due: 2000 },
      { name: 'watchdog', ref: 'w', due: 12_000 },
    ];
    await store.append({ conversation: 'a', at: 2000, events: [said('hello')], setTimers });
    expect(await store.nextDue()).toBe(2000);
    expect(await store.takeDue(1999, 100, 10)).toEqual([]);
    const turn = { conversation: 'a', site: 'airline', name: 'turn', ref: '2', due: 2000 };
    expect(await store.takeDue(2000, 500, 10)).toEqual([turn]);
    await store.append({
      conversation: 'a',
      at: 2100,
      events: [],
      clearTimers: [{ name: 'turn', ref: '2' }],
    });
    expect(await store.nextDue()).toBe(12_000);
    await store.append({ conversation: 'a', at: 2200, events: [], clearTimers: [{ name: 'watchdog' }] });
    expect(await store.nextDue()).toBeUndefined();
  });

  test('N1 what a dead taker held comes back when its lease ends', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await store.append({
      conversation: 'a',
      at: 1,
      events: [],
      setTimers: [{ name: 'turn', ref: '1', due: 2000 }],
    });
    expect(await store.takeDue(2500, 500, 10)).toHaveLength(1);
    expect(await store.takeDue(2999, 500, 10)).toEqual([]);
    expect(await store.nextDue()).toBe(3000);
    expect(await store.takeDue(3000, 500, 10)).toMatchObject([{ due: 2000 }]);
  });

  test('N1 a turn far ahead is of a clock that has gone back: it is found by who looks ahead, and nothing else is', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const setTimers = [
      { name: 'turn', ref: '1', due: 900_000 },
      { name: 'turn', ref: '2', due: 60_000 },
      { name: 'expiry', ref: 'q', due: 900_000 },
    ];
    await store.append({ conversation: 'a', at: 1, events: [], setTimers });
    expect(await store.takeDue(1_000, 500, 10)).toEqual([]);
    expect(await store.takeDue(1_000, 500, 10, 60_000)).toMatchObject([{ name: 'turn', ref: '1' }]);
    expect(await store.takeDue(1_499, 500, 10, 60_000)).toEqual([]);
    expect(await store.takeDue(1_500, 500, 10)).toMatchObject([{ ref: '1' }]);
  });

  test('each of many takers gets other timers, the oldest first', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const setTimers = Array.from({ length: 30 }, (_, i) => ({ name: 'promise', ref: `${i}`, due: 1000 + i }));
    await store.append({ conversation: 'a', at: 1, events: [], setTimers });
    const taken = await Promise.all(Array.from({ length: 6 }, () => store.takeDue(5000, 1000, 4)));
    const refs = taken.flat().map((timer) => Number(timer.ref));
    expect(refs.sort((x, y) => x - y)).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  test('a timer set again has its new due time, also while it is taken', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const set = (due: number) =>
      store.append({ conversation: 'a', at: 1, events: [], setTimers: [{ name: 'expiry', ref: 'q', due }] });
    await set(1000);
    await store.takeDue(1000, 60_000, 1);
    await set(2000);
    expect(await store.takeDue(2000, 100, 9)).toMatchObject([{ ref: 'q', due: 2000 }]);
    const swap = { clearTimers: [{ name: 'expiry' }], setTimers: [{ name: 'expiry', ref: 'r', due: 3000 }] };
    await store.append({ conversation: 'a', at: 1, events: [], ...swap });
    expect(await store.takeDue(9000, 100, 9)).toMatchObject([{ ref: 'r' }]);
  });

  test('a lane is held by one at a time, for as long as it is renewed, and free when it is left', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const asked = Array.from({ length: 8 }, (_, i) => store.holdLane('a', `node-${i}`, 1000, 100));
    const answers = await Promise.all(asked);
    expect(answers.filter((held) => held)).toHaveLength(1);
    const holder = `node-${answers.indexOf(true)}`;
    expect(await store.holdLane('b', 'another', 1000, 100)).toBe(true);
    expect(await store.holdLane('a', holder, 1090, 100)).toBe(true);
    expect(await store.holdLane('a', 'another', 1189, 100)).toBe(false);
    await store.leaveLane('a', 'another');
    expect(await store.holdLane('a', 'another', 1189, 100)).toBe(false);
    await store.leaveLane('a', holder);
    expect(await store.holdLane('a', 'another', 1189, 100)).toBe(true);
    expect(await store.holdLane('a', holder, 1288, 100)).toBe(false);
    expect(await store.holdLane('a', holder, 1289, 100)).toBe(true);
  });

  test('a lane that was held by a clock that has gone back since is waited for no hour', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const hour = 3_600_000;
    expect(await store.holdLane('a', 'gone', hour, 100)).toBe(true);
    expect(await store.holdLane('a', 'another', 1000, 100)).toBe(true);
    expect(await store.holdLane('a', 'third', 1000, 100)).toBe(false);
  });
}
