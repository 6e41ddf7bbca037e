// A clock that the test moves by hand.
import type { Clock } from '../../widget/ui/clock.ts';

export interface HandClock extends Clock {
  /** Moves on by `ms` and calls what fell due, in order. */
  pass(ms: number): void;
  /** ms until the next call is due; undefined when none is waited for. */
  due(): number | undefined;
}

export function handClock(start = 1_763_700_000_000): HandClock {
  let now = start;
  const due = new Set<{ at: number; call: () => void }>();
  const soonest = () => [...due].sort((a, b) => a.at - b.at)[0];
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
        const next = soonest();
        if (!next || next.at > end) break;
        due.delete(next);
        now = next.at;
        next.call();
      }
      now = end;
    },
    due: () => {
      const next = soonest();
      return next && next.at - now;
    },
  };
}
