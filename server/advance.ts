// Simulated time passes: every timer on the way comes due in its order, as it would have.
import type { Beat } from './beat.ts';
import type { SimulatedClock } from './clock.ts';
import type { Parts } from './compose.ts';

/** The desk looks around at least this often, ms; over long stretches more rarely, so that days stay cheap. */
const lookEvery = 15_000;
const looksAtMost = 200;

/** Resolves when all that `ms` of passing time leads to has ended. */
export async function advance(
  { store, timers, lanes }: Pick<Parts, 'store' | 'timers' | 'lanes'>,
  clock: SimulatedClock,
  beat: Pick<Beat, 'run'>,
  ms: number,
): Promise<void> {
  const target = clock.now() + ms;
  const stride = Math.max(lookEvery, ms / looksAtMost);
  for (;;) {
    const due = (await store.nextDue()) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(target, Math.max(due, clock.now() + 1), clock.now() + stride);
    clock.set(next);
    await timers.run();
    await lanes.idle();
    await beat.run();
    if (next >= target) return;
  }
}
