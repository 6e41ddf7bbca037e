// Time as a port: the real one for servers, a simulated one for tests and for `handrail talk`.

export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls once, at that time or as soon after as possible; the answer takes it back. */
  at(time: number, call: () => void): () => void;
}

/** The longest delay that setTimeout keeps, ms. */
const longest = 2_147_483_647;

export const systemClock: Clock = {
  now: () => Date.now(),
  at(time, call) {
    const delay = Math.min(Math.max(0, time - Date.now()), longest);
    const timeout = setTimeout(call, delay);
    return () => clearTimeout(timeout);
  },
};

export interface SimulatedClock extends Clock {
  /** Sets the time and makes the calls that it reaches, in order; never backwards. */
  set(time: number): void;
}

/** A clock that stands still until it is set. */
export function simulatedClock(start: number): SimulatedClock {
  let now = start;
  let calls: { time: number; call: () => void }[] = [];
  return {
    now: () => now,
    at(time, call) {
      const entry = { time, call };
      calls.push(entry);
      return () => {
        calls = calls.filter((other) => other !== entry);
      };
    },
    set(time) {
      now = Math.max(now, time);
      for (;;) {
        const due = calls.filter((entry) => entry.time <= now).sort((a, b) => a.time - b.time)[0];
        if (!due) return;
        calls = calls.filter((entry) => entry !== due);
        due.call();
      }
    },
  };
}
