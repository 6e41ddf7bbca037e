// The present as a signal that moves once a second while someone looks at it.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../ui/clock.ts';

/** Epoch ms, at most a second old while `active` says so. Answers with the signal and a call that stops it. */
export function ticking(
  clock: Clock,
  active: () => boolean,
): { now: ReadonlySignal<number>; stop: () => void } {
  const now = signal(clock.now());
  let cancel = () => {};
  const tick = () => {
    if (active()) now.value = clock.now();
    cancel = clock.after(1000, tick);
  };
  cancel = clock.after(1000, tick);
  return { now, stop: () => cancel() };
}
