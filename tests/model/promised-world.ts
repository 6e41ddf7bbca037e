// A customer whose seat is set aside and shown on a card, which nobody has pressed.
import { means } from '../helpers/scene.ts';
import { createModelWorld, type ModelWorld } from './model-world.ts';

export async function promisedWorld(): Promise<ModelWorld> {
  const world = await createModelWorld();
  world.reads.set('put me in front', means('upgrade'));
  await world.take.message(world.who, { id: 'm', text: 'put me in front' });
  await world.rest();
  return world;
}
