// What each turn asks of the line: read once for many, and anew as soon as somebody moves in it.
import { expect, it, vi } from 'vitest';
import { deskWorld, handoff } from './desk-world.ts';

it('H2 reads a line in which nothing moves once for many turns, and anew after half a second', async () => {
  const world = await deskWorld();
  const list = vi.spyOn(world.store, 'list');
  const readings = () => list.mock.calls.filter(([, statuses]) => statuses.includes('waiting')).length;
  for (let turn = 1; turn <= 3; turn += 1) await world.desk.state(world.site.id);
  expect(readings()).toBe(1);
  world.clock.now += 501;
  await world.desk.state(world.site.id);
  expect(readings()).toBe(2);
});

it('H2 tells the next one of everybody who came before them, and of an agent who has just come', async () => {
  const world = await deskWorld();
  expect((await world.desk.state(world.site.id)).onDuty).toBe(0);
  await world.agent('Mia');
  const alone = await world.desk.state(world.site.id);
  await world.append(await world.begin(), handoff(alone.wait));
  const second = await world.desk.state(world.site.id);
  expect([alone.onDuty, alone.wait.position, second.wait.position]).toEqual([1, 1, 2]);
});

it('H2 a reading that fails is not kept', async () => {
  const world = await deskWorld();
  const list = vi.spyOn(world.store, 'list').mockRejectedValueOnce(new Error('away'));
  await expect(world.desk.state(world.site.id)).rejects.toThrow('away');
  list.mockRestore();
  expect((await world.desk.state(world.site.id)).onDuty).toBe(0);
});

it('H2 learns anew how long services take once the clock has gone back', async () => {
  const world = await deskWorld();
  const services = vi.spyOn(world.store, 'services');
  await world.desk.state(world.site.id);
  world.clock.now -= 3_600_000;
  await world.desk.state(world.site.id);
  expect(services).toHaveBeenCalledTimes(2);
});
