// Who is gone, on a node whose clock is set: it has not heard of anyone for as long as it says.
import { expect, test } from 'vitest';
import { graceMs } from '../../server/handoff/presence.ts';
import { deskWorld } from './desk-world.ts';

const hour = 3_600_000;

test('H9 a node whose clock is set hears for the grace before it calls anyone gone, and then does', async () => {
  const world = await deskWorld();
  const mia = await world.agent('Mia');
  const id = await world.waiting();
  await world.desk.claim(mia, id);
  const other = world.newDesk();
  const { now } = world.clock;
  // Ahead for a moment: who is connected to another node was seen long ago by this clock.
  world.clock.now = now + hour;
  expect(await other.sweep()).toEqual({ agents: [], conversations: [] });
  expect((await other.state(world.site.id)).onDuty).toBe(1);
  world.clock.now = now;
  await world.desk.gone(mia.id);
  expect(await other.sweep()).toEqual({ agents: [], conversations: [] });
  world.clock.now += graceMs;
  expect((await other.sweep()).conversations).toEqual([id]);
});
