// H10: a conversation that was given back hears from the assistant, whatever becomes of the process that took it.
import { describe, expect, it } from 'vitest';
import { createModelWorld, type ModelWorld } from '../model/model-world.ts';

async function givenBack(): Promise<ModelWorld> {
  const world = await createModelWorld();
  const [mia] = world.agents;
  expect(await world.parts.desk.takeover(mia!, 'c1')).toMatchObject({ ok: true });
  expect(await world.parts.desk.giveBack(mia!, 'c1')).toMatchObject({ ok: true });
  return world;
}

async function told(world: ModelWorld): Promise<number> {
  const events = await world.store.read('c1');
  return events.filter((event) => event.type === 'message' && event.notice === 'returned').length;
}

describe('a conversation that was given back', () => {
  it('H10 hears so though the process dies behind the agent’s word', async () => {
    const world = await givenBack();
    world.restart();
    await world.pass(300_000);
    expect(await told(world)).toBe(1);
    expect(await world.store.nextDue()).toBeUndefined();
  });

  it('H10 hears so though the store fails for a moment', async () => {
    const world = await givenBack();
    let failing = true;
    const { record } = world.parts;
    const through = record.append;
    record.append = (...args) =>
      failing ? Promise.reject(new Error('the store is away')) : through(...args);
    await world.parts.turns.returned('c1');
    expect(await told(world)).toBe(0);
    failing = false;
    await world.pass(300_000);
    expect(await told(world)).toBe(1);
  });

  it('H10 hears it once, though the net is as late as the turn, and nothing is left of it', async () => {
    const world = await givenBack();
    await Promise.all([world.parts.turns.returned('c1'), world.pass(2_000)]);
    await world.pass(300_000);
    expect(await told(world)).toBe(1);
    expect(await world.store.nextDue()).toBeUndefined();
  });

  it('H7 hears nothing of it once an agent has taken it again', async () => {
    const world = await givenBack();
    expect(await world.parts.desk.takeover(world.agents[1]!, 'c1')).toMatchObject({ ok: true });
    world.restart();
    await world.pass(5_000);
    const events = await world.store.read('c1');
    expect(events.some((event) => event.type === 'decided' && event.move === 'back')).toBe(false);
    expect(await told(world)).toBe(0);
  });
});
