// The record: the chain, erasing, and what is still there after closing.
import { expect, test } from 'vitest';
import { auditConversation } from '../../server/record/audit.ts';
import { beginning, said } from './beginning.ts';
import type { Bench } from './contract.ts';

export function recordContract(bench: Bench): void {
  test('R4 the chain of a conversation holds, and an erasure leaves it whole', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    for (let i = 0; i < 20; i++) {
      await store.append({ conversation: 'a', at: 2000 + i, events: [said(`${i}`), said('again')] });
    }
    const before = await store.chain('a');
    expect(before).toHaveLength(41);
    expect(new Set(before.map((link) => link.salt)).size).toBe(41);
    expect(auditConversation(before, 'a', 'airline')).toEqual({ ok: true });
    expect(auditConversation(before, 'b', 'airline')).toMatchObject({ ok: false, seq: 1 });
    expect(auditConversation(before, 'a', 'shop')).toMatchObject({ ok: false, seq: 1 });

    await store.erase('a', 'customer', 'on request', 9000);
    await store.append({ conversation: 'a', at: 9001, events: [said('afterwards')] });
    const after = await store.chain('a');
    expect(auditConversation(after, 'a', 'airline')).toEqual({ ok: true });
    expect(after.slice(0, 41).map((link) => link.hash)).toEqual(before.map((link) => link.hash));
    expect(after.slice(0, 41).every((link) => link.content === null && link.salt === null)).toBe(true);
  });

  test('P2 an erasure ends the conversation and takes with it whose it was', async () => {
    const store = bench.store();
    await store.begin(beginning('a', { visitor: 'v', customer: 'c' }));
    const client = { author: 'v', id: 'U' };
    const setTimers = [{ name: 'turn', ref: '2', due: 1 }];
    await store.append({ conversation: 'a', at: 2000, events: [said('secret')], client, setTimers });
    expect(await store.erase('a', 'customer', 'on request', 3000)).toBe(true);
    expect(await store.read('a')).toEqual([
      { seq: 3, at: 3000, type: 'erased', by: 'customer', why: 'on request' },
    ]);
    expect(await store.conversation('a')).toMatchObject({
      status: 'resolved',
      visitor: '',
      customer: null,
      seq: 3,
    });
    expect(await store.conversationsOf('airline', { customer: 'c' })).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
    expect(await store.erase('a', 'customer', 'again', 4000)).toBe(false);
    expect(await store.erase('none', 'customer', 'on request', 4000)).toBe(false);
    expect((await store.begin(beginning('b', { visitor: 'v', customer: 'c' }))).begun).toBe(true);
    // Nothing is known of the id any more.
    expect(await store.append({ conversation: 'b', at: 5000, events: [said('x')], client })).toMatchObject({
      ok: true,
      events: [{ seq: 2 }],
    });
  });

  test('P2 nobody says anything into what is erased, whatever they knew of it', async () => {
    const store = bench.store();
    await store.begin(beginning('a', { visitor: 'v', customer: 'c' }));
    await store.erase('a', 'customer', 'on request', 3000);
    const asked = { type: 'asked', what: 'human', clientId: 'U' } as const;
    const setTimers = [{ name: 'turn', due: 5000 }];
    const row = { status: 'waiting' as const, queuedAt: 4000 };
    for (const author of ['v', 'agent']) {
      const client = { author, id: 'U' };
      for (const more of [{}, { expect: 1 }, { expect: 2 }]) {
        const append = { conversation: 'a', at: 4000, events: [asked], row, client, setTimers, ...more };
        expect(await store.append(append)).toMatchObject({ ok: false, why: 'not_found' });
      }
    }
    expect(await store.conversation('a')).toMatchObject({ status: 'resolved', seq: 2, queuedAt: null });
    expect(await store.read('a')).toMatchObject([{ type: 'erased' }]);
    expect(await store.nextDue()).toBeUndefined();
  });

  test('D6 P2 nothing is erased while a call to the business is under way in it, for a day at most', async () => {
    const store = bench.store();
    const day = 86_400_000;
    const calls = { outcome: 'p', release: 'h' };
    for (const [name, ref] of Object.entries(calls)) {
      await store.begin(beginning(name));
      const setTimers = [{ name, ref, due: 5000 }];
      await store.append({ conversation: name, at: 2000, events: [said('yes')], setTimers });
      for (const at of [3000, 4999 + day])
        expect(await store.erase(name, 'customer', 'on request', at)).toBe('under-way');
      expect(await store.conversation(name)).toMatchObject({ status: 'assistant', seq: 2 });
      expect(await store.read(name)).toHaveLength(2);
      expect(await store.nextDue()).toBe(5000);
    }
    const clearTimers = [{ name: 'outcome', ref: 'p' }];
    await store.append({ conversation: 'outcome', at: 6000, events: [], clearTimers });
    expect(await store.erase('outcome', 'customer', 'on request', 7000)).toBe(true);
    expect(await store.erase('release', 'customer', 'on request', 5000 + day)).toBe(true);
    expect(await store.nextDue()).toBeUndefined();
  });

  test('A6 P2 the alert of a held action outlives the conversation in which it was held', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const setTimers = ['alert', 'watchdog'].map((name) => ({ name, ref: 'cancel:1', due: 5000 }));
    await store.append({ conversation: 'a', at: 2000, events: [], setTimers });
    expect(await store.erase('a', 'customer', 'on request', 3000)).toBe(true);
    expect(await store.takeDue(5000, 100, 10)).toMatchObject([{ name: 'alert', ref: 'cancel:1' }]);
    const clearTimers = [{ name: 'alert', ref: 'cancel:1' }];
    expect(await store.append({ conversation: 'a', at: 5001, events: [], clearTimers })).toMatchObject({
      ok: true,
    });
    expect(await store.nextDue()).toBeUndefined();
  });

  test('P2 what something has happened in since is not erased for its age', async () => {
    const store = bench.store();
    await store.begin(beginning('a', { visitor: 'v', customer: 'c', at: 1000 }));
    const client = { author: 'v', id: 'U' };
    const setTimers = [{ name: 'turn', ref: '2', due: 9000 }];
    await store.append({ conversation: 'a', at: 5000, events: [said('back again')], client, setTimers });
    for (const before of [1001, 5000]) {
      expect(await store.erase('a', 'retention', '90 days', 6000, before)).toBe(false);
    }
    expect(await store.conversation('a')).toMatchObject({ status: 'assistant', visitor: 'v', seq: 2 });
    expect(await store.read('a')).toHaveLength(2);
    expect(await store.nextDue()).toBe(9000);
    expect(await store.erase('a', 'retention', '90 days', 6000, 5001)).toBe(true);
    expect(await store.read('a')).toMatchObject([{ type: 'erased', by: 'retention' }]);
  });

  test('P2 a file is kept whole with the event that names it, or not at all, and goes when that is erased', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const client = { author: 'v', id: 'U' };
    const file = { id: 'f', bytes: Uint8Array.from({ length: 100_000 }, (_, i) => i % 256) };
    const refused = { id: 'g', bytes: new Uint8Array([1]) };
    await store.append({ conversation: 'a', at: 2000, events: [said('photo.png')], client, file });
    expect(Buffer.compare((await store.file('f'))!, file.bytes)).toBe(0);
    // A retry is answered, and stores nothing twice.
    expect(
      await store.append({ conversation: 'a', at: 2001, events: [said('photo.png')], client, file }),
    ).toMatchObject({ ok: true, seenAt: 2 });
    await store.append({ conversation: 'a', at: 2002, events: [said('x')], expect: 9, file: refused });
    expect(await store.file('g')).toBeUndefined();
    expect(await store.file('none')).toBeUndefined();
    await store.erase('a', 'customer', 'on request', 3000);
    expect(await store.file('f')).toBeUndefined();
  });

  const { bytes, reopen } = bench;
  if (bytes) {
    test('P2 what was erased is nowhere in the files', async () => {
      const store = bench.store();
      const words = 'my aunt Xylophonia';
      await store.begin(beginning('a', { visitor: 'visitor-Zanzibar' }));
      for (let i = 0; i < 50; i++) {
        const client = { author: 'visitor-Zanzibar', id: `id-${i}` };
        await store.append({ conversation: 'a', at: 2000, events: [said(words.repeat(40))], client });
      }
      await store.begin(beginning('b', { visitor: 'other' }));
      await store.append({ conversation: 'b', at: 2000, events: [said('kept words')] });
      await store.erase('a', 'customer', 'on request', 3000);
      const files = await bytes();
      expect(files).toContain('kept words');
      expect(files).not.toContain('Xylophonia');
      expect(files).not.toContain('Zanzibar');
    });
  }

  // What is only in memory has nothing to open again.
  if (reopen) {
    test('R1 everything is there again after closing and opening', async () => {
      const store = bench.store();
      await store.begin(beginning('a', { visitor: 'v', customer: 'c' }));
      const setTimers = [{ name: 'turn', ref: '2', due: 7 }];
      const client = { author: 'v', id: 'U' };
      const append = {
        conversation: 'a',
        at: 2000,
        events: [said('hello')],
        client,
        setTimers,
        raiseFence: true,
      };
      await store.append(append);
      const all = async (from: typeof store) => [
        await from.conversation('a'),
        await from.read('a'),
        await from.chain('a'),
        await from.nextDue(),
      ];
      const before = await all(store);
      const again = await reopen();
      expect(await all(again)).toEqual(before);
      expect(await again.append(append)).toMatchObject({ ok: true, seenAt: 2 });
      const third = await again.append({ ...append, client: { author: 'v', id: 'V' } });
      expect(third).toMatchObject({ ok: true, events: [{ seq: 3 }] });
      expect(auditConversation(await again.chain('a'), 'a', 'airline')).toEqual({ ok: true });
    });
  }
}
