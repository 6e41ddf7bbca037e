// Search by text and customer: what is found, of which sites, how much of it, and what never is.
import { expect, test } from 'vitest';
import type { EventBody } from '../../shared/events.ts';
import { beginning, opened, said } from './beginning.ts';
import type { Bench } from './contract.ts';

const agent = { id: 'mia', name: 'Mia' };

export function searchContract(bench: Bench): void {
  const search = (text: string, more: { sites?: string[]; limit?: number; depth?: number } = {}) =>
    bench.store().search({ sites: ['airline'], limit: 20, depth: 1000, ...more, text });
  const ids = async (...args: Parameters<typeof search>) => (await search(...args)).map(({ row }) => row.id);
  const write = (conversation: string, at: number, ...events: EventBody[]) =>
    bench.store().append({ conversation, at, events });

  test('finds conversations by what was written in them, the latest first, each once with its latest text', async () => {
    const store = bench.store();
    for (const id of ['a', 'b', 'c']) await store.begin(beginning(id));
    await write('a', 2000, said('My suitcase is lost'));
    await write('b', 3000, said('Where is my suitcase?'));
    await write('c', 4000, said('I would like a seat'));
    await write('a', 5000, { type: 'message', from: 'agent', name: 'Mia', text: 'Which suitcase is it?' });
    expect(await search('suitcase')).toEqual([
      { row: await store.conversation('a'), seq: 3, at: 5000, text: 'Which suitcase is it?', by: 'agent' },
      { row: await store.conversation('b'), seq: 2, at: 3000, text: 'Where is my suitcase?', by: 'customer' },
    ]);
  });

  test('every word must begin a word of the same text, in any case and with or without accents', async () => {
    const store = bench.store();
    for (const id of ['a', 'b']) await store.begin(beginning(id));
    await write('a', 2000, said('Frau MÜLLER, Buchung ME-204, Straße 5'));
    await write('b', 3000, said('Buchung'), said('Muller'));
    expect(await ids('muller buch')).toEqual(['a']);
    expect(await ids('Müller')).toEqual(['b', 'a']);
    expect(await ids('strasse')).toEqual(['a']);
    expect(await ids('me-204')).toEqual(['a']);
    expect(await ids('uchung')).toEqual([]);
    expect(await ids('100% _ * ?')).toEqual([]);
    expect(await ids(' …')).toEqual([]);
  });

  test('finds a customer by name, address and number, and what colleagues have noted', async () => {
    const store = bench.store();
    const identified: EventBody = {
      type: 'identified',
      customer: 'cust-77',
      name: 'Rosa Álvarez',
      email: 'rosa@example.test',
    };
    await store.begin(beginning('a', { events: [opened('v'), identified] }));
    await store.begin(beginning('b'));
    await write('b', 2000, { type: 'noted', by: agent, text: 'Known from the Lisbon strike' });
    for (const text of ['alvarez rosa', 'rosa@example.test', 'cust-77'])
      expect(await ids(text)).toEqual(['a']);
    expect((await search('rosa'))[0]).toMatchObject({ by: 'identity' });
    expect((await search('lisbon'))[0]).toMatchObject({ row: { id: 'b' }, by: 'note' });
  });

  test('only of the sites that are asked for, resolved ones too, and no more than was asked for', async () => {
    const store = bench.store();
    for (let i = 0; i < 5; i++) {
      await store.begin(beginning(`a${i}`));
      await write(`a${i}`, 2000 + i, said('lost bag'));
    }
    await store.begin(beginning('s', { site: 'shop' }));
    await write('s', 9000, said('lost parcel'));
    await store.append({ conversation: 'a4', at: 3000, events: [], row: { status: 'resolved' } });
    expect(await ids('lost')).toEqual(['a4', 'a3', 'a2', 'a1', 'a0']);
    expect(await ids('lost', { limit: 2 })).toEqual(['a4', 'a3']);
    expect(await ids('lost', { depth: 3 })).toEqual(['a4', 'a3', 'a2']);
    expect(await ids('lost', { sites: ['shop'] })).toEqual(['s']);
    expect(await ids('lost', { sites: ['airline', 'shop'], limit: 1 })).toEqual(['s']);
    expect(await ids('lost', { sites: [] })).toEqual([]);
  });

  test('P2 what was erased is not found', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await write('a', 2000, said('a secret matter'));
    expect(await ids('secret')).toEqual(['a']);
    await store.erase('a', 'customer', 'on request', 3000);
    expect(await ids('secret')).toEqual([]);
  });
}
