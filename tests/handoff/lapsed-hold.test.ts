// A4: what is set aside for a card is given free with the card, whoever it was that made it lapse.
import { expect, it } from 'vitest';
import { createArrival } from '../../server/intake/arrive.ts';
import type { ModelWorld } from '../model/model-world.ts';
import { promisedWorld } from '../model/promised-world.ts';

/** What came of each hold, without a moment of its life having passed. */
async function released(world: ModelWorld): Promise<string[]> {
  await world.pass(0);
  const events = await world.store.read('c1');
  return events.flatMap((event) => (event.type === 'hold-released' ? event.outcome : []));
}

it('A4 H10 gives free what was set aside for a card that lapses as an agent takes over', async () => {
  const world = await promisedWorld();
  expect(await released(world)).toEqual([]);
  expect(await world.parts.desk.takeover(world.agents[0]!, 'c1')).toMatchObject({ ok: true });
  expect(await released(world)).toEqual(['done']);
});

it('A4 N2 gives free what was set aside for a card that lapses as its customer goes on elsewhere', async () => {
  const world = await promisedWorld();
  const { store, clock, parts, site } = world;
  const row = (await store.conversation('c1'))!;
  await world.pass(1000);
  const here = { id: 'c2', site: site.id, channel: 'web' as const, visitor: 'v2', customer: null };
  const opened = { type: 'opened', visitor: 'v2', channel: 'web', locale: 'en', site: site.id } as const;
  const says = { type: 'message', from: 'customer', text: 'How early?' } as const;
  await store.begin({ ...here, at: clock.now(), events: [opened, says] });
  const arrival = createArrival({ store, record: parts.record, newId: () => 'c3', now: clock.now });
  const identity = { customer: row.customer!, name: 'Ada' };
  const arrived = await arrival.arrive({ site, visitor: 'v2', locale: 'en', identity });
  expect(arrived.row.id).toBe('c2');
  expect(await released(world)).toEqual(['done']);
});
