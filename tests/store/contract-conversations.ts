// Beginning conversations, finding them, and keeping sites apart.
import { expect, test } from 'vitest';
import { beginning, opened, said, waiting } from './beginning.ts';
import type { Bench } from './contract.ts';

export function conversationContract(bench: Bench): void {
  test('R1 a conversation begins with its first events, numbered from 1', async () => {
    const store = bench.store();
    const begun = await store.begin(beginning('a', { events: [opened('v'), said('hello')], visitor: 'v' }));
    expect(begun.begun).toBe(true);
    expect(begun.events.map((event) => [event.seq, event.at, event.type])).toEqual([
      [1, 1000, 'opened'],
      [2, 1000, 'message'],
    ]);
    expect(begun.row).toEqual({
      id: 'a',
      site: 'airline',
      channel: 'web',
      visitor: 'v',
      customer: null,
      status: 'assistant',
      seq: 2,
      fence: 0,
      createdAt: 1000,
      updatedAt: 1000,
      queuedAt: null,
      priority: 0,
      claimedAt: null,
      agent: null,
    });
    expect(await store.conversation('a')).toEqual(begun.row);
    expect(await store.read('a')).toEqual(begun.events);
    expect(await store.conversation('b')).toBeUndefined();
    expect(await store.read('b')).toEqual([]);
  });

  test('the last seqs of many conversations are answered at once, of those that there are', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await store.begin(beginning('b'));
    await store.append({ conversation: 'b', at: 1, events: [said('one'), said('two')] });
    expect(await store.seqs(['a', 'b', 'nobody'])).toEqual({ a: 1, b: 3 });
    expect(await store.seqs([])).toEqual({});
  });

  test('a visitor has one open conversation, however many begin at once', async () => {
    const store = bench.store();
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => store.begin(beginning(`c${i}`, { visitor: 'v' }))),
    );
    const begun = all.filter((one) => one.begun);
    expect(begun).toHaveLength(1);
    expect(new Set(all.map((one) => one.row.id))).toEqual(new Set([begun[0]!.row.id]));
    expect(await store.conversationsOf('airline', { visitor: 'v' })).toHaveLength(1);
  });

  test('a customer has one open conversation, from whichever device', async () => {
    const store = bench.store();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.begin(beginning(`c${i}`, { customer: 'cust-one' }))),
    );
    expect(all.filter((one) => one.begun)).toHaveLength(1);
    const other = await store.begin(beginning('z', { customer: 'cust-two' }));
    expect(other.begun).toBe(true);
  });

  test('P3 a history is the own conversations alone, latest first, in pages', async () => {
    const store = bench.store();
    const ended = async (id: string, at: number, of: Partial<Parameters<typeof beginning>[1]>) => {
      await store.begin(beginning(id, { visitor: 'v', at, ...of }));
      await store.append({ conversation: id, at, events: [], row: { status: 'resolved' } });
    };
    // Two in the same millisecond: their ids tell them apart.
    for (const [id, at] of [
      ['a', 1000],
      ['c', 3000],
      ['b', 3000],
      ['d', 4000],
    ] as const)
      await ended(id, at, {});
    await ended('of-ada', 5000, { customer: 'ada' });
    await ended('of-bob', 6000, { customer: 'bob', visitor: 'w' });
    await ended('elsewhere', 7000, { site: 'shop' });
    const ids = async (...of: Parameters<typeof store.historyOf>) =>
      (await store.historyOf(...of)).map((row) => row.id);
    const visitor = { visitor: 'v' };
    expect(await ids('airline', visitor, { limit: 9 })).toEqual(['d', 'c', 'b', 'a']);
    expect(await ids('airline', visitor, { limit: 2 })).toEqual(['d', 'c']);
    expect(await ids('airline', visitor, { limit: 2, before: { at: 3000, id: 'c' } })).toEqual(['b', 'a']);
    expect(await ids('airline', visitor, { limit: 2, before: { at: 1000, id: 'a' } })).toEqual([]);
    expect(await ids('airline', { customer: 'ada' }, { limit: 9 })).toEqual(['of-ada']);
    expect(await ids('shop', visitor, { limit: 9 })).toEqual(['elsewhere']);
    expect(await ids('airline', { visitor: 'w' }, { limit: 9 })).toEqual([]);
    await store.erase('c', 'customer', 'asked', 8000);
    expect(await ids('airline', visitor, { limit: 9 })).toEqual(['d', 'b', 'a']);
  });

  test("the customer's open conversation goes before the visitor's", async () => {
    const store = bench.store();
    await store.begin(beginning('on-phone', { visitor: 'phone', customer: 'cust-one' }));
    await store.begin(beginning('on-desk', { visitor: 'desk' }));
    const again = await store.begin(beginning('third', { visitor: 'desk', customer: 'cust-one' }));
    expect([again.begun, again.row.id]).toEqual([false, 'on-phone']);
  });

  test('a new conversation begins once the former is resolved', async () => {
    const store = bench.store();
    await store.begin(beginning('a', { visitor: 'v', customer: 'c' }));
    await store.append({ conversation: 'a', at: 2000, events: [], row: { status: 'resolved' } });
    expect(await store.openFor('airline', { visitor: 'v' })).toBeUndefined();
    expect((await store.begin(beginning('b', { visitor: 'v', customer: 'c', at: 3000 }))).begun).toBe(true);
    expect((await store.openFor('airline', { customer: 'c' }))?.id).toBe('b');
    expect((await store.conversationsOf('airline', { customer: 'c' })).map((row) => row.id)).toEqual([
      'b',
      'a',
    ]);
  });

  test('identifying or reopening is refused where it would make a second open conversation', async () => {
    const store = bench.store();
    await store.begin(beginning('a', { visitor: 'phone', customer: 'c' }));
    await store.begin(beginning('b', { visitor: 'desk' }));
    const identify = { conversation: 'b', at: 2000, events: [said('it is me')], row: { customer: 'c' } };
    const refused = await store.append(identify);
    expect(refused).toMatchObject({ ok: false, why: 'occupied', row: { id: 'a' } });
    expect((await store.conversation('b'))?.seq).toBe(1);

    await store.append({ conversation: 'b', at: 2000, events: [], row: { status: 'resolved' } });
    await store.begin(beginning('d', { visitor: 'desk' }));
    const reopen = { conversation: 'b', at: 2000, events: [], row: { status: 'assistant' as const } };
    expect(await store.append(reopen)).toMatchObject({ ok: false, why: 'occupied', row: { id: 'd' } });

    await store.append({ conversation: 'a', at: 2000, events: [], row: { status: 'resolved' } });
    const now = await store.append({ ...identify, conversation: 'd' });
    expect(now).toMatchObject({ ok: true, row: { customer: 'c' } });
  });

  test('H9 the line is in order of priority, then of arrival', async () => {
    const store = bench.store();
    await waiting(store, 'late', 3000);
    await waiting(store, 'early', 1000);
    await waiting(store, 'urgent', 4000, -1);
    await waiting(store, 'also-early', 1000);
    await store.begin(beginning('busy'));
    await store.append({ conversation: 'busy', at: 9000, events: [said('x')] });
    await store.begin(beginning('quiet'));
    const list = await store.list(['airline', 'none'], ['assistant', 'waiting'], 10);
    expect(list.map((row) => row.id)).toEqual(['urgent', 'also-early', 'early', 'late', 'busy', 'quiet']);
    expect((await store.list(['airline'], ['waiting'], 2)).map((row) => row.id)).toEqual([
      'urgent',
      'also-early',
    ]);
  });

  test('ids come in pages, by site and by age', async () => {
    const store = bench.store();
    for (const id of ['d', 'b', 'a', 'c']) await store.begin(beginning(id));
    await store.begin(beginning('e', { site: 'shop' }));
    await store.append({ conversation: 'b', at: 5000, events: [said('still here')] });
    expect(await store.conversationIds({ limit: 3 })).toEqual(['a', 'b', 'c']);
    expect(await store.conversationIds({ limit: 3, after: 'c' })).toEqual(['d', 'e']);
    expect(await store.conversationIds({ limit: 9, site: 'shop' })).toEqual(['e']);
    expect(await store.conversationIds({ limit: 9, before: 5000, site: 'airline' })).toEqual(['a', 'c', 'd']);
  });

  test('sites are apart: the same visitor, customer and ids of another site are somebody else', async () => {
    const store = bench.store();
    const both = { visitor: 'v', customer: 'c' };
    await store.begin(beginning('a', both));
    const other = await store.begin(beginning('s', { ...both, site: 'shop' }));
    expect(other.begun).toBe(true);
    const client = { author: 'v', id: 'm1' };
    for (const conversation of ['a', 's']) {
      const appended = await store.append({
        conversation,
        at: 2000,
        events: [said(`in ${conversation}`)],
        client,
      });
      expect(appended).toMatchObject({ ok: true, events: [{ seq: 2 }] });
    }
    expect((await store.openFor('shop', { visitor: 'v' }))?.id).toBe('s');
    expect((await store.openFor('airline', { customer: 'c' }))?.id).toBe('a');
    expect((await store.conversationsOf('shop', { customer: 'c' })).map((row) => row.id)).toEqual(['s']);
    expect((await store.list(['shop'], ['assistant'], 9)).map((row) => row.id)).toEqual(['s']);
    expect(await store.openFor('third', { visitor: 'v' })).toBeUndefined();
  });
}
