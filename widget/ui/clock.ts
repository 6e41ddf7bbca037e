// Time as a port: models get it handed in, so that tests move it by hand.

export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls once after `ms`; the returned function calls it off. */
  after(ms: number, call: () => void): () => void;
}

/** The browser's own clock. */
export function browserClock(): Clock {
  return {
    now: () => Date.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  };
}
