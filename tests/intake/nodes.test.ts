// What one node keeps of the conversations that are seen there: as long as somebody sees them.
import { Server } from 'socket.io';
import { expect, test } from 'vitest';
import { createNodes } from '../../server/intake/nodes.ts';
import { roomOf } from '../../server/intake/rooms.ts';
import type { Publication } from '../../server/record/recorder.ts';

const publication = (conversation: string, seq: number) =>
  ({
    conversation,
    site: 'airline',
    row: { seq },
    events: [{ seq, at: 0, type: 'language', locale: 'en' }],
    before: { customer: seq - 1, agent: seq - 1 },
  }) as unknown as Publication;

test('nothing is kept of a conversation whose last page and last watching agent have gone', async () => {
  const io = new Server();
  const delivered: string[] = [];
  const nodes = createNodes(io, {
    several: undefined,
    record: { since: async () => undefined },
    seqs: async () => ({}),
    deliver: ({ conversation }) => delivered.push(conversation),
    changed() {},
    duty() {},
    begun() {},
    sites: () => [],
    failed(error) {
      throw error;
    },
  });
  const customers = io.of('/customer').adapter;
  const agents = io.of('/agent').adapter;
  for (const id of ['left', 'watched', 'stays']) {
    nodes.follow(id, 0);
    await customers.addAll(`page of ${id}`, new Set([roomOf.conversation(id), roomOf.site('airline')]));
  }
  await agents.addAll('agent', new Set([roomOf.conversation('watched')]));
  await customers.delAll('page of left');
  await customers.delAll('page of watched');
  const say = (seq: number) => {
    for (const id of ['left', 'watched', 'stays']) nodes.stored(publication(id, seq));
    return delivered.splice(0);
  };
  expect(say(1)).toEqual(['watched', 'stays']);
  await agents.delAll('agent');
  expect(say(2)).toEqual(['stays']);
});
