// A clock that the test moves by hand.
import type { Clock } from '../../widget/ui/clock.ts';

export interface HandClock extends Clock {
  /** Moves on by `ms` and calls what fell due, in order. */
  pass(ms: number): void;
}

export function handClock(start = 1_763_700_000_000): HandClock {
  let now = start;
  const due = new Set<{ at: number; call: () => void }>();
  return {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      due.add(timer);
      return () => due.delete(timer);
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        due.delete(next);
        now = next.at;
        next.call();
      }
      now = end;
    },
  };
}
