// What agents see of the line and of what they have in hand: the rows that the console is sent.
import { expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { deskWorld, handoff } from './desk-world.ts';

test('the queue shows place, waiting time, what was stated, why it came and who has it', async () => {
  const world = await deskWorld();
  const mia = await world.agent('Mia');
  const [first, next] = [await world.waiting(), await world.waiting(1)];
  await world.desk.claim(mia, first);
  const rows = await world.desk.queue([world.site.id]);
  expect(rows).toMatchObject([
    { conversation: next, status: 'waiting', position: 1, waiting: 0, reason: 'Asked for a person' },
    { conversation: first, status: 'claimed', position: 0, agent: { id: 'mia', name: 'Mia' } },
  ]);
  expect(await world.desk.queue(['elsewhere'])).toEqual([]);
});

test.each([
  ['have waited for an agent', 'waiting'],
  ['were with the assistant', 'assistant'],
])('what an agent has in hand is in the queue, also after 500 others %s', async (_, status) => {
  const world = await deskWorld();
  const mia = await world.agent('Mia');
  const own = await world.waiting();
  await world.desk.claim(mia, own);
  world.clock.now += 60_000;
  const wait = await world.desk.waitFor(world.site.id);
  for (let others = 0; others < 500; others++) {
    const id = await world.begin();
    if (status === 'waiting') await world.append(id, handoff(wait));
  }
  const rows = await world.desk.queue([world.site.id]);
  expect(rows.find(({ conversation }) => conversation === own)).toMatchObject({ status: 'claimed' });
  // The line is not cut for it; of the assistant's there is one row less, so that no more is read.
  expect(rows.filter((row) => row.status === status)).toHaveLength(status === 'waiting' ? 500 : 499);
});

test('a conversation that is claimed while the queue is read is in it once, in hand', async () => {
  let meanwhile: (() => Promise<unknown>) | undefined;
  const storeOf = (store: Store): Store => ({
    ...store,
    async list(...asked) {
      const rows = await store.list(...asked);
      const act = meanwhile;
      meanwhile = undefined;
      await act?.();
      return rows;
    },
  });
  const world = await deskWorld({ storeOf });
  const mia = await world.agent('Mia');
  const [first, next] = [await world.waiting(), await world.waiting()];
  meanwhile = () => world.desk.claim(mia, first);
  expect(await world.desk.queue([world.site.id])).toMatchObject([
    { conversation: next, status: 'waiting', position: 1 },
    { conversation: first, status: 'claimed', position: 0, agent: { id: 'mia' } },
  ]);
});
