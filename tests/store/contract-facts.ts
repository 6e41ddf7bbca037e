// What businesses push of their customers.
import { expect, test } from 'vitest';
import type { PushedFacts } from '../../server/store/store.ts';
import { beginning } from './beginning.ts';
import type { Bench } from './contract.ts';

const pushed = (at: number, more: Partial<PushedFacts> = {}): PushedFacts => ({
  site: 'shop',
  customer: 'cust-one',
  fact: 'wishlist',
  at,
  items: [{ sku: 'ash-teapot', stock: at, name: 'Grün ☕' }],
  ...more,
});

export function factsContract(bench: Bench): void {
  test('A4 keeps the newest of what was pushed, whichever came last, each customer’s for itself', async () => {
    const store = bench.store();
    expect(await store.putFacts(pushed(100), 0)).toBe(true);
    expect(await store.putFacts(pushed(300), 0)).toBe(true);
    expect(await store.putFacts(pushed(200), 0)).toBe(false);
    expect(await store.putFacts(pushed(300, { items: [] }), 0)).toBe(false);
    expect(await store.putFacts(pushed(50, { fact: 'orders', items: [] }), 0)).toBe(true);
    expect(await store.putFacts(pushed(400, { customer: 'cust-two' }), 0)).toBe(true);
    expect(await store.putFacts(pushed(400, { site: 'airline' }), 0)).toBe(true);
    expect(await store.factsOf('shop', 'cust-one')).toEqual([
      pushed(50, { fact: 'orders', items: [] }),
      pushed(300),
    ]);
    expect(await store.factsOf('shop', 'nobody')).toEqual([]);
  });

  test('A4 takes the later of two that come at once', async () => {
    const store = bench.store();
    const times = [5, 9, 2, 8, 1, 7, 3, 6, 4];
    await Promise.all(times.map((at) => store.putFacts(pushed(at), 0)));
    expect(await store.factsOf('shop', 'cust-one')).toEqual([pushed(9)]);
  });

  test('P2 forgets what was pushed of a customer with their conversation', async () => {
    const store = bench.store();
    const { row } = await store.begin(beginning('c1', { site: 'shop', customer: 'cust-one' }));
    await store.putFacts(pushed(1), 0);
    await store.putFacts(pushed(1, { customer: 'cust-two' }), 0);
    await store.erase(row.id, 'customer', 'asked', 10);
    expect(await store.factsOf('shop', 'cust-one')).toEqual([]);
    expect(await store.factsOf('shop', 'cust-two')).toHaveLength(1);
  });
}
