// Runs a list of steps through a fresh world and says what went wrong.
import { createModelWorld } from './model-world.ts';
import { perform, type Step } from './steps.ts';
import { type Violation, violations } from './violations.ts';

/** ms after which the watchdog has acted, whatever happened to the process. */
const grace = 60_000;

export async function runSteps(steps: Step[]): Promise<Violation[]> {
  const world = await createModelWorld();
  for (const [n, step] of steps.entries()) {
    await world.ask(perform(world, step, n));
    // Half of the steps follow at once, in the middle of the turn before.
    if (n % 2 === 0) await world.rest();
  }
  await world.rest();
  // Long enough for what was set aside to be given free, too.
  await world.pass(grace + 45_000);
  await world.rest();
  const events = await world.store.read('c1');
  const row = await world.store.conversation('c1');
  if (!row) throw new Error('the conversation is gone');
  return violations({
    events,
    row,
    calls: world.calls,
    modes: world.modes,
    failures: world.failures,
    now: world.clock.now(),
    grace,
  });
}
