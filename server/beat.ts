// Every few seconds the desk looks around: who of the agents is gone (H9), who waits longer than was stated (H3).
import type { Wait } from '../shared/events.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './handoff/desk.ts';

export interface BeatDeps {
  desk: Pick<Desk, 'sweep' | 'restateAll'>;
  sites(): string[];
  clock: Clock;
  /** A waiting customer must hear this. */
  restated(conversation: string, wait: Wait): void;
  /** These sites' lines or people have changed. */
  moved(sites: string[]): void;
  failed(error: unknown): void;
}

export interface Beat {
  start(): void;
  stop(): Promise<void>;
  /** Looks around once, now. */
  run(): Promise<void>;
  /** Something has just changed: looks around in a moment, once for all that changes meanwhile. */
  soon(): void;
}

const every = 5_000;
const soonMs = 500;

export function createBeat({ desk, sites, clock, restated, moved, failed }: BeatDeps): Beat {
  let cancel: (() => void) | undefined;
  let early: (() => void) | undefined;
  let started = false;
  let running: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const { agents } = await desk.sweep();
    if (agents.length > 0) moved(sites());
    for (const site of sites()) await restate(site).catch(failed);
  };

  /** What goes wrong with one site's line takes nothing from the others'. */
  const restate = async (site: string): Promise<void> => {
    const changed = await desk.restateAll(site);
    for (const { conversation, wait } of changed) restated(conversation, wait);
    if (changed.length > 0) moved([site]);
  };

  const run = (): Promise<void> => {
    running = running.then(look).catch(failed);
    return running;
  };

  const schedule = (): void => {
    if (started) cancel = clock.at(clock.now() + every, () => void run().then(schedule));
  };

  return {
    run,
    start() {
      started = true;
      schedule();
    },
    async stop() {
      started = false;
      cancel?.();
      early?.();
      await running;
    },
    soon() {
      if (!started || early) return;
      early = clock.at(clock.now() + soonMs, () => {
        early = undefined;
        void run();
      });
    },
  };
}
