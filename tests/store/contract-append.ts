// Appending: without gaps, once for each id of its author, and only under the conditions that it names.
import { expect, test } from 'vitest';
import type { EventBody } from '../../shared/events.ts';
import { beginning, said, waiting } from './beginning.ts';
import type { Bench } from './contract.ts';

export function appendContract(bench: Bench): void {
  test('R1 events are numbered without gaps, however many write at once', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await store.begin(beginning('b'));
    const appended = await Promise.all(
      Array.from({ length: 90 }, (_, i) => {
        const events = Array.from({ length: i % 3 }, (_, j) => said(`${i}.${j}`));
        return store.append({ conversation: i % 2 ? 'a' : 'b', at: 2000 + i, events });
      }),
    );
    for (const id of ['a', 'b']) {
      const log = await store.read(id);
      expect(log.map((event) => event.seq)).toEqual(log.map((_, i) => i + 1));
      expect((await store.conversation(id))?.seq).toBe(log.length);
      const answered = appended.flatMap((one) => (one.ok && one.row.id === id ? one.events : []));
      expect(answered.sort((x, y) => x.seq - y.seq)).toEqual(log.slice(1));
    }
  });

  test('H8 of many claims at once an agent gets as many as they take, whatever site each is of', async () => {
    const store = bench.store();
    const ids = Array.from({ length: 8 }, (_, i) => `c${i}`);
    for (const [i, id] of ids.entries())
      await store.begin(beginning(id, { site: i % 2 ? 'airline' : 'shop' }));
    const agent = { id: 'mia', name: 'Mia' };
    const claim = (id: string, most: number, who = agent) =>
      store.append({
        conversation: id,
        at: 2000,
        events: [{ type: 'claimed', agent: who }],
        statuses: ['assistant'],
        row: { status: 'claimed', agent: who, claimedAt: 2000 },
        room: { agent: who.id, sites: ['airline', 'shop'], most },
      });
    const claims = await Promise.all(ids.map((id) => claim(id, 3)));
    expect(claims.filter(({ ok }) => ok)).toHaveLength(3);
    const refused = claims.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ ok: false, why: 'full', row: { status: 'assistant', agent: null } });
    const left = ids.filter((_, i) => !claims[i]!.ok);
    expect(await claim(left[0]!, 3, { id: 'ben', name: 'Ben' })).toMatchObject({ ok: true });
    expect(await claim(left[1]!, 4)).toMatchObject({ ok: true });
    expect(await claim(left[2]!, 4)).toMatchObject({ ok: false, why: 'full' });
  });

  test('what an append answers is what a read gives', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const body: EventBody = {
      type: 'message',
      from: 'assistant',
      text: 'é\u{1F600}\u2028"\\',
      name: undefined,
    };
    const events: EventBody[] = [
      body,
      { type: 'observed', facts: { ['__proto__']: 1, b: [null] }, ages: {}, gates: {}, wait: null },
    ];
    const appended = await store.append({ conversation: 'a', at: 2000, events });
    expect(appended.ok && appended.events).toStrictEqual(await store.read('a', 1));
    expect(await store.read('a', 1, 1)).toHaveLength(1);
    expect(await store.read('a', 3)).toEqual([]);
  });

  test('the same id of the same author is stored once and answered with the first seq', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await store.begin(beginning('b'));
    const send = (conversation: string, author: string, text: string) =>
      store.append({ conversation, at: 2000, events: [said(text, 'U')], client: { author, id: 'U' } });

    const first = await Promise.all(Array.from({ length: 20 }, () => send('a', 'ann', 'hello')));
    expect(first.filter((one) => one.ok && one.seenAt === undefined)).toHaveLength(1);
    expect(first.filter((one) => one.ok && one.seenAt === 2 && one.events.length === 0)).toHaveLength(19);
    expect(await send('b', 'ben', 'hello')).toMatchObject({ ok: true, events: [{ seq: 2 }] });
    expect(await send('a', 'ann', 'other')).toMatchObject({ ok: false, why: 'conflict' });
    // The id was used in another conversation: it is still the same message, and there it stays.
    expect(await send('b', 'ann', 'hello')).toMatchObject({ ok: true, seenAt: 2, row: { id: 'a' } });
    expect(await store.read('a')).toHaveLength(2);
    expect(await store.read('b')).toHaveLength(2);
  });

  test('a retry is answered as the first time, whatever has changed since', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const append = {
      conversation: 'a',
      at: 2000,
      events: [said('hello')],
      client: { author: 'ann', id: 'U' },
      expect: 1,
      fence: 0,
      statuses: ['assistant' as const],
    };
    await store.append(append);
    const timer = { name: 'turn', ref: '2', due: 1 };
    await store.append({
      conversation: 'a',
      at: 3000,
      events: [],
      row: { status: 'resolved' },
      raiseFence: true,
    });
    const again = await store.append({ ...append, setTimers: [timer] });
    expect(again).toMatchObject({ ok: true, seenAt: 2, row: { status: 'resolved' } });
    expect(await store.nextDue()).toBeUndefined();
  });

  test('of the same append many times at once one is stored, and the others are answered as it, not refused', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    // The first rounds are made while the store still opens its connections.
    for (let last = 1; last <= 5; last += 1) {
      const append = {
        conversation: 'a',
        at: 2000,
        events: [said('hello')],
        client: { author: 'ann', id: `U${last}` },
        expect: last,
        fence: last - 1,
        raiseFence: true,
      };
      const all = await Promise.all(Array.from({ length: 10 }, () => store.append(append)));
      const seqs = all.map((one) => one.ok && (one.seenAt ?? one.events[0]?.seq));
      expect(seqs).toEqual(all.map(() => last + 1));
    }
    expect(await store.read('a')).toHaveLength(6);
  });

  test('an append that is refused changes nothing', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const { row } = await store.begin(beginning('a'));
    const before = await store.conversation('a');
    const base = {
      conversation: 'a',
      at: 2000,
      events: [said('no')],
      row: { status: 'waiting' as const },
      raiseFence: true,
      setTimers: [{ name: 'turn', ref: 'x', due: 1 }],
      service: { agent: 'mia', queuedAt: 1, claimedAt: 2, endedAt: 3, stated: null },
      client: { author: 'ann', id: 'U' },
    };
    expect(await store.append({ ...base, expect: 2 })).toEqual({ ok: false, why: 'moved', row: before });
    expect(await store.append({ ...base, fence: 1 })).toEqual({ ok: false, why: 'fenced', row: before });
    expect(await store.append({ ...base, statuses: ['waiting'] })).toEqual({
      ok: false,
      why: 'status',
      row: before,
    });
    expect(await store.append({ ...base, conversation: 'none' })).toEqual({ ok: false, why: 'not_found' });
    expect(await store.conversation('a')).toEqual(row);
    expect(await store.read('a')).toHaveLength(1);
    expect(await store.nextDue()).toBeUndefined();
    expect(await store.services('airline', 0, 9)).toEqual([]);
    // The id is free still.
    expect(await store.append({ ...base, expect: 1 })).toMatchObject({ ok: true, events: [{ seq: 2 }] });
  });

  test('of several that expect the same seq one is stored', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.append({ conversation: 'a', at: 2000, events: [said(`${i}`)], expect: 1 }),
      ),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.why === 'moved')).toHaveLength(19);
  });

  test('H7 after the right to speak has changed hands, older writers are refused', async () => {
    const store = bench.store();
    await waiting(store, 'a', 2000);
    const claim = { status: 'claimed' as const, agent: { id: 'mia', name: 'Mia' }, claimedAt: 3000 };
    const claimed = await store.append({
      conversation: 'a',
      at: 3000,
      events: [],
      row: claim,
      raiseFence: true,
    });
    expect(claimed).toMatchObject({ ok: true, row: { fence: 1, agent: { id: 'mia', name: 'Mia' } } });
    const late = await store.append({ conversation: 'a', at: 3001, events: [said('late')], fence: 0 });
    expect(late).toMatchObject({ ok: false, why: 'fenced' });
    expect(
      await store.append({ conversation: 'a', at: 3002, events: [said('now')], fence: 1 }),
    ).toMatchObject({ ok: true });
  });

  test('H8 of a hundred claims at once one wins, and the others learn who has it', async () => {
    const store = bench.store();
    await waiting(store, 'a', 2000);
    const claims = await Promise.all(
      Array.from({ length: 100 }, (_, i) => {
        const agent = { id: `agent-${i}`, name: `Agent ${i}` };
        return store.append({
          conversation: 'a',
          at: 3000,
          events: [{ type: 'claimed', agent }],
          statuses: ['waiting'],
          row: { status: 'claimed', agent, claimedAt: 3000 },
          raiseFence: true,
        });
      }),
    );
    const won = claims.filter((claim) => claim.ok);
    expect(won).toHaveLength(1);
    const agent = won[0]!.row?.agent;
    const lost = claims.filter((claim) => !claim.ok);
    expect(
      lost.every((claim) => !claim.ok && claim.why === 'status' && claim.row?.agent?.id === agent?.id),
    ).toBe(true);
    expect((await store.read('a')).filter((event) => event.type === 'claimed')).toHaveLength(1);
    expect((await store.conversation('a'))?.fence).toBe(1);
  });

  test('times of a clock that goes back do not make a conversation older', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await store.append({ conversation: 'a', at: 5000, events: [said('x')] });
    expect(await store.append({ conversation: 'a', at: 400, events: [said('y')] })).toMatchObject({
      events: [{ at: 400 }],
      row: { updatedAt: 5000 },
    });
  });
}
