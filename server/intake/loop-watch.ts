// By how much the event loop is late, now: the first sign that there is more to do than time for it.
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface LoopWatch {
  /** Mean lateness of the last moments, ms. */
  lag(): number;
  stop(): void;
}

/** Milliseconds between two looks of the histogram, and of one reading. */
const resolution = 10;
const reading = 100;

export function watchLoop(): LoopWatch {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let lag = 0;
  const timer = setInterval(() => {
    // Without a single sample the loop stood still for all of it.
    lag = delay.count === 0 ? reading : Math.max(0, delay.mean / 1e6 - resolution);
    delay.reset();
  }, reading);
  timer.unref();
  return {
    lag: () => lag,
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
