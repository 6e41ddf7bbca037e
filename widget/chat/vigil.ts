// Asks for what may have been missed while nothing seems to happen: pushed events are hints, and the last one before a
// silence can be lost without a gap to show it. Only where something is expected is anything asked.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { CustomerView } from '../../shared/conversation.ts';
import type { Clock } from '../ui/clock.ts';

export interface VigilParts {
  clock: Clock;
  /** 0..1, so that pages do not ask in step. */
  random(): number;
  online: ReadonlySignal<boolean>;
  view: ReadonlySignal<CustomerView>;
  catchUp(): void;
}

/** An answer comes within the site's limit of some ten seconds (N1); a person may take minutes. */
const answerMs = 12_000;
const personMs = 60_000;
/** Asked in vain, it is asked ever less often. */
const mostMs = 5 * 60_000;

/** Starts it; the answer ends it. */
export function keepVigil({ clock, random, online, view, catchUp }: VigilParts): () => void {
  return effect(() => {
    const expected = online.value ? silence(view.value) : undefined;
    if (expected === undefined) return;
    let callOff: () => void;
    const wait = (ms: number) => {
      callOff = clock.after(ms * (1 + random() / 4), () => {
        catchUp();
        wait(Math.min(mostMs, ms * 2));
      });
    };
    wait(expected);
    return () => callOff();
  });
}

/** ms of silence that are too long here; undefined when nothing is expected. */
function silence({ status, entries }: CustomerView): number | undefined {
  if (status === 'waiting' || status === 'claimed') return personMs;
  const last = entries.at(-1);
  return last?.kind === 'message' && last.from === 'customer' ? answerMs : undefined;
}
