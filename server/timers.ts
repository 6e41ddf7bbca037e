// Timers are rows in the store; here they come due. Whoever takes one holds it for a lease, so that of several
// nodes one acts, and another takes over when that one dies.
import type { Clock } from './clock.ts';
import type { Store, Timer } from './store/store.ts';

export interface TimersDeps {
  store: Pick<Store, 'takeDue' | 'nextDue'>;
  clock: Clock;
  /** Acts on one; resolves when it has ended. */
  due(timer: Timer): Promise<void>;
  failed(error: unknown): void;
}

export interface Timers {
  start(): void;
  /** Takes no more; resolves when what was under way has ended. */
  stop(): Promise<void>;
  /** A timer was set for this time (epoch ms). */
  expect(due: number): void;
  /** Acts on all that is due now, and on what comes due by it; resolves when that has ended. */
  run(): Promise<void>;
}

const lease = 30_000;
const atOnce = 50;
/** Acted on at the same time at most. */
const mostActive = 200;
/** At least this often the store is asked, ms: another node may have set a timer and died. */
const atLeast = 5_000;
/** A turn is due in seconds, or held for a lease: one further ahead than this, ms, is of a clock that has gone back. */
const ahead = 60_000;
/** … looked for at the start, and again after this, ms. */
const lookAhead = 30_000;
/** After a failing store, ms. */
const pause = 1_000;

export function createTimers({ store, clock, due, failed }: TimersDeps): Timers {
  let cancel: (() => void) | undefined;
  let wakesAt = Number.POSITIVE_INFINITY;
  let started = false;
  let stopped = false;
  let looked = Number.NEGATIVE_INFINITY;
  let taking: Promise<unknown> = Promise.resolve();
  const active = new Set<Promise<unknown>>();

  const wakeAt = (time: number): void => {
    if (!started || time >= wakesAt) return;
    cancel?.();
    wakesAt = time;
    cancel = clock.at(time, wake);
  };

  const wake = (): void => {
    wakesAt = Number.POSITIVE_INFINITY;
    void take()
      .then(async () => Math.min((await store.nextDue()) ?? Number.POSITIVE_INFINITY, clock.now() + atLeast))
      .catch((error: unknown) => {
        failed(error);
        return clock.now() + pause;
      })
      .then(wakeAt);
  };

  /** What one is waiting for keeps no other from being taken. */
  const takeAll = async (): Promise<boolean> => {
    for (let took = false; ; took = true) {
      while (active.size > mostActive - atOnce) await Promise.race(active);
      // What is taken now might be cut off, and others would wait for the end of its lease.
      if (stopped) return took;
      const now = clock.now();
      // Before the last look is a clock that has gone back, too.
      const look = now >= looked + lookAhead || now < looked;
      const timers = await store.takeDue(now, lease, atOnce, ...(look ? [ahead] : []));
      if (look && timers.length < atOnce) looked = now;
      if (timers.length === 0) return took;
      for (const timer of timers) {
        const acting = due(timer)
          .catch(failed)
          .finally(() => active.delete(acting));
        active.add(acting);
      }
    }
  };

  const take = (): Promise<boolean> => {
    const next = taking.catch(() => undefined).then(takeAll);
    taking = next;
    return next;
  };

  const ended = async (): Promise<void> => {
    while (active.size > 0) await Promise.all(active);
  };

  return {
    start() {
      started = true;
      stopped = false;
      wakeAt(clock.now());
    },
    async stop() {
      started = false;
      stopped = true;
      cancel?.();
      await taking.catch(() => undefined);
      await ended();
    },
    expect: wakeAt,
    async run() {
      do await ended();
      while (await take());
      await ended();
    },
  };
}
