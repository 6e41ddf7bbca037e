import { describe, expect, test } from 'vitest';
import { firstTold, restate } from '../../server/handoff/restate.ts';
import type { Wait } from '../../shared/events.ts';

const start = 1_000_000;
const second = 1000;
const wait = (position: number, within: number | null): Wait => ({
  position,
  within,
  confidence: within === null ? null : 0.9,
  basis: within === null ? 'too-little' : 'history',
});

describe('restate', () => {
  test('H3 a change of less than a minute in the same place is not told', () => {
    const last = firstTold(wait(2, 300), start);
    expect(restate(last, wait(2, 295), start + 20 * second).tell).toBe(false);
  });

  test('H3 another place, or more than a minute, is told', () => {
    const last = firstTold(wait(2, 300), start);
    expect(restate(last, wait(1, 250), start + 20 * second)).toMatchObject({ tell: true, apology: false });
    expect(restate(last, wait(2, 200), start + 20 * second)).toMatchObject({ tell: true, apology: false });
  });

  test('H3 before a promise is broken the customer hears it, with an apology and a new one', () => {
    const last = firstTold(wait(1, 300), start);
    const now = start + 285 * second;
    const again = restate(last, wait(1, 40), now);
    expect(again).toMatchObject({ tell: true, apology: true });
    if (!again.tell) throw new Error('nothing was told');
    expect(again.told.promised).toBeGreaterThan(start + 300 * second);
    expect(restate(again.told, wait(1, 35), now + 6 * second).tell).toBe(false);
  });

  test('H3 a bound that moves more than a minute past the promise is said at once, not at its end', () => {
    const last = firstTold(wait(3, 300), start);
    expect(restate(last, wait(3, 400), start + 30 * second)).toMatchObject({ tell: true, apology: true });
  });

  test('a better statement can get worse again, up to the promise, without an apology', () => {
    const better = restate(firstTold(wait(3, 600), start), wait(2, 300), start + 10 * second);
    if (!better.tell) throw new Error('nothing was told');
    expect(restate(better.told, wait(2, 400), start + 20 * second)).toMatchObject({
      tell: true,
      apology: false,
    });
  });

  test('nobody is updated more often than every five seconds', () => {
    const last = firstTold(wait(4, 300), start);
    expect(restate(last, wait(1, 20), start + 4.9 * second).tell).toBe(false);
    expect(restate(last, wait(1, 20), start + 5 * second).tell).toBe(true);
  });

  test('H5 a first number after “too little to say” is told and is then a promise', () => {
    const again = restate(firstTold(wait(2, null), start), wait(2, 120), start + 10 * second);
    expect(again).toMatchObject({ tell: true, apology: false, told: { promised: start + 130 * second } });
  });
});
