// A4, P2: what is set aside at the business keeps a conversation from being erased while it may still have to be given
// free, and no longer.
import { expect, it } from 'vitest';
import type { ModelWorld } from '../model/model-world.ts';
import { promisedWorld } from '../model/promised-world.ts';

const erase = ({ store, clock }: ModelWorld) => store.erase('c1', 'customer', 'on request', clock.now());

async function press(world: ModelWorld): Promise<string | undefined> {
  const question = (await world.parts.record.load('c1'))?.conversation.view.open ?? '';
  await world.take.choice(world.who, { id: 'p', question, choice: 'do' });
  await world.rest();
  const ran = (await world.store.read('c1')).findLast((event) => event.type === 'ran');
  return ran?.type === 'ran' ? ran.outcome : undefined;
}

it('A4 P2 erases what rested on a hold as soon as that has been used up', async () => {
  const world = await promisedWorld();
  expect(await erase(world)).toBe('under-way');
  expect(await press(world)).toBe('done');
  expect(await erase(world)).toBe(true);
});

it('A4 D6 P2 erases nothing while it is not known whether the hold was used, until its life is over', async () => {
  const world = await promisedWorld();
  world.answers.push('reset');
  expect(await press(world)).toBe('unknown');
  expect(await erase(world)).toBe('under-way');
  await world.pass(60_000);
  expect(await erase(world)).toBe(true);
});
