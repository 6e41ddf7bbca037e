// Rungs, and what the log tells of actions.
import { expect, test } from 'vitest';
import type { RungRow } from '../../server/store/store.ts';
import type { EventBody } from '../../shared/events.ts';
import { beginning } from './beginning.ts';
import type { Bench } from './contract.ts';

const hour = 3_600_000;
const rung = (n: number, more: Partial<RungRow> = {}): RungRow => ({
  site: 'airline',
  action: 'cancel',
  n,
  at: 1000 + n,
  mode: 'supervised',
  share: 0.5,
  held: false,
  by: 'Mia',
  why: 'to see how it goes',
  ...more,
});
const bound = (action: string, proposal: string) => ({ proposal, action, arguments: { id: 'x' }, hash: 'h' });
const confirmed = (action: string, proposal: string): EventBody => ({
  type: 'confirmed',
  ...bound(action, proposal),
});

export function rungContract(bench: Bench): void {
  test('A5 keeps every rung with who and why, and the last one counts', async () => {
    const store = bench.store();
    expect(await store.addRung(rung(1))).toBe(true);
    expect(await store.addRung(rung(2, { mode: 'shadow', held: true }))).toBe(true);
    expect(await store.addRung(rung(1, { action: 'bag' }))).toBe(true);
    expect(await store.addRung(rung(1, { site: 'shop' }))).toBe(true);
    expect(await store.rungs('airline')).toEqual([
      rung(1, { action: 'bag' }),
      rung(2, { mode: 'shadow', held: true }),
    ]);
    expect(await store.rungHistory('airline', 'cancel', 10)).toEqual([
      rung(2, { mode: 'shadow', held: true }),
      rung(1),
    ]);
    expect(await store.rungHistory('airline', 'cancel', 1)).toHaveLength(1);
    expect(await store.rungs('nowhere')).toEqual([]);
  });

  test('of those who take the same step at once one takes it', async () => {
    const store = bench.store();
    const taken = await Promise.all(['Mia', 'Tom', 'Ana', 'Lea'].map((by) => store.addRung(rung(1, { by }))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store.rungHistory('airline', 'cancel', 10)).toHaveLength(1);
  });

  test('A6 sets the timer of an alert in the same write, and none where the step was another’s', async () => {
    const store = bench.store();
    await store.begin(beginning('c1'));
    const alert = { conversation: 'c1', ref: 'cancel:1', due: 5000 };
    await store.addRung(rung(1), alert);
    await store.addRung(rung(1), { ...alert, ref: 'cancel:again' });
    expect(await store.takeDue(5000, 1000, 10)).toEqual([{ ...alert, name: 'alert', site: 'airline' }]);
  });

  test('A6 counts what was confirmed, by action and time; what was erased is gone', async () => {
    const store = bench.store();
    for (const id of ['a', 'b']) await store.begin(beginning(id));
    await store.begin(beginning('s', { site: 'shop' }));
    await store.append({ conversation: 'a', at: 10 * hour, events: [confirmed('cancel', 'p1')] });
    await store.append({ conversation: 'a', at: 10 * hour + 5, events: [confirmed('bag', 'p2')] });
    await store.append({ conversation: 'b', at: 11 * hour - 1, events: [confirmed('cancel', 'p3')] });
    await store.append({ conversation: 'b', at: 11 * hour, events: [confirmed('cancel', 'p4')] });
    await store.append({ conversation: 's', at: 11 * hour, events: [confirmed('cancel', 'p5')] });
    expect(await store.confirmedCounts('airline', 0, 20 * hour, hour)).toEqual([
      { action: 'bag', since: 10 * hour, n: 1 },
      { action: 'cancel', since: 10 * hour, n: 2 },
      { action: 'cancel', since: 11 * hour, n: 1 },
    ]);
    expect(await store.confirmedCounts('airline', 11 * hour - 1, 11 * hour, hour)).toEqual([
      { action: 'cancel', since: 10 * hour, n: 1 },
    ]);
    await store.erase('b', 'customer', 'on request', 12 * hour);
    expect(await store.confirmedCounts('airline', 0, 20 * hour, hour)).toEqual([
      { action: 'bag', since: 10 * hour, n: 1 },
      { action: 'cancel', since: 10 * hour, n: 1 },
    ]);
  });

  test('A5 gives the latest events of a type, with their conversations', async () => {
    const store = bench.store();
    for (const id of ['a', 'b']) await store.begin(beginning(id));
    await store.append({ conversation: 'a', at: 2000, events: [confirmed('cancel', 'p1')] });
    await store.append({ conversation: 'b', at: 3000, events: [confirmed('cancel', 'p2')] });
    const all = await store.eventsOf('airline', ['confirmed', 'ran'], 0, 10);
    expect(all.map(({ conversation, event }) => [conversation, event.at])).toEqual([
      ['b', 3000],
      ['a', 2000],
    ]);
    expect(all[0]?.event).toMatchObject(confirmed('cancel', 'p2'));
    expect(await store.eventsOf('airline', ['confirmed'], 0, 1)).toHaveLength(1);
    expect(await store.eventsOf('airline', ['confirmed'], 2500, 10)).toHaveLength(1);
    expect(await store.eventsOf('shop', ['confirmed'], 0, 10)).toEqual([]);
  });
}
