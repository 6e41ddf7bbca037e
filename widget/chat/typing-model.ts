// Who is writing: theirs is shown until their message comes or they stop, ours is told to an agent now and then.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock } from '../ui/clock.ts';

export interface Typing {
  readonly who: ReadonlySignal<'assistant' | 'agent' | undefined>;
  heard(from: 'assistant' | 'agent'): void;
  /** Their message is here. */
  done(): void;
  /** The customer pressed a key. */
  pressed(): void;
}

const shownMs = 6000;
const toldEveryMs = 3000;

/** `tell` is called at most every three seconds. */
export function createTyping(clock: Clock, tell: () => void): Typing {
  const who = signal<'assistant' | 'agent'>();
  let callOff: (() => void) | undefined;
  let told = Number.NEGATIVE_INFINITY;
  const done = () => {
    callOff?.();
    who.value = undefined;
  };
  return {
    who,
    heard(from) {
      callOff?.();
      who.value = from;
      callOff = clock.after(shownMs, done);
    },
    done,
    pressed() {
      if (clock.now() - told < toldEveryMs) return;
      told = clock.now();
      tell();
    },
  };
}
