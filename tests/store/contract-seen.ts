// How far each side has seen a conversation.
import { expect, test } from 'vitest';
import { beginning } from './beginning.ts';
import type { Bench } from './contract.ts';

export function seenContract(bench: Bench): void {
  test('a mark of what was seen moves forward only, each side’s for itself', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await store.begin(beginning('b', { visitor: 'someone-else' }));
    expect(await store.seenOf('a')).toEqual({});
    await store.keepSeen([
      { conversation: 'a', side: 'customer', seq: 4, at: 100 },
      { conversation: 'a', side: 'agent', seq: 2, at: 110 },
      { conversation: 'b', side: 'agent', seq: 9, at: 120 },
      { conversation: 'a', side: 'customer', seq: 5, at: 130 },
    ]);
    await store.keepSeen([
      { conversation: 'a', side: 'customer', seq: 3, at: 200 },
      { conversation: 'a', side: 'customer', seq: 5, at: 200 },
      { conversation: 'nobody’s', side: 'customer', seq: 3, at: 200 },
    ]);
    const marks = { customer: { seq: 5, at: 130 }, agent: { seq: 2, at: 110 } };
    expect(await store.seenOf('a')).toEqual(marks);
    expect(await store.seenOf('b')).toEqual({ agent: { seq: 9, at: 120 } });
    expect(await store.seenOf('nobody’s')).toEqual({});
    if (bench.reopen) expect(await (await bench.reopen()).seenOf('a')).toEqual(marks);
  });

  test('P2 what was seen is forgotten with the conversation', async () => {
    const store = bench.store();
    const { row } = await store.begin(beginning('a'));
    await store.keepSeen([{ conversation: row.id, side: 'customer', seq: 1, at: 100 }]);
    await store.erase(row.id, 'customer', 'asked', 200);
    expect(await store.seenOf(row.id)).toEqual({});
  });
}
