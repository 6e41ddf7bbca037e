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
}

const every = 5_000;

export function createBeat({ desk, sites, clock, restated, moved, failed }: BeatDeps): Beat {
  let cancel: (() => void) | undefined;
  let started = false;
  let running: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const { agents } = await desk.sweep();
    if (agents.length > 0) moved(sites());
    for (const site of sites()) {
      const changed = await desk.restateAll(site);
      for (const { conversation, wait } of changed) restated(conversation, wait);
      if (changed.length > 0) moved([site]);
    }
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
      await running;
    },
  };
}
