// The wait on screen is today's: it changes when people come on duty or go, for those in line and for everyone else.
import { describe, expect, it } from 'vitest';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

describe('the wait as it is now', () => {
  it('H3 tells who waits under "nobody on duty" of the wait as soon as an agent is available', async () => {
    const world = await createWorld({ simulated: true });
    const ada = await customer(world, { as: 'cust-one' });
    await ada.human();
    const handoff = await ada.until('to be in line', () => ada.view.handoff);
    expect(handoff.wait.basis).toBe('nobody');
    const mia = await agent(world, { name: 'Mia' });
    await world.advance(6_000);
    const wait = await ada.until('another wait', () => ada.wait?.basis !== 'nobody' && ada.wait);
    expect(wait).toMatchObject({ position: 1, within: expect.any(Number) });
    expect((await mia.send('available', { on: false })).ok).toBe(true);
    await world.advance(6_000);
    await ada.until('to hear that nobody is there any more', () => ada.wait?.basis === 'nobody');
    expect(world.faults).toEqual([]);
  });

  it('O3 refreshes what asking would mean for who talks with the assistant', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    expect(ada.welcome.wait.basis).toBe('nobody');
    const mia = await agent(world, { name: 'Mia' });
    await ada.until('a wait', () => ada.wait !== undefined && ada.wait.basis !== 'nobody');
    expect((await mia.send('available', { on: false })).ok).toBe(true);
    await ada.until('nobody to be there', () => ada.wait?.basis === 'nobody');
    expect(world.faults).toEqual([]);
  });
});
