// One turn at a time for each conversation across nodes: within a node its own lanes keep the order, between nodes a
// lane in the store does. A node that dies or hangs loses its lanes after a few seconds; should it come back in the
// middle of a turn, what it then writes is refused by the store (`expect`), and it gives the turn up.
import type { Lanes } from '../shared/lanes.ts';
import type { Clock } from './clock.ts';
import type { Store } from './store/store.ts';

export interface SharedLanesDeps {
  /** Of this process. */
  own: Lanes;
  store: Pick<Store, 'holdLane' | 'leaveLane'>;
  clock: Clock;
  /** This process, and no other. */
  holder: string;
  /** 0..1 */
  random(): number;
  failed(error: unknown): void;
}

/** A lane is held for so long without a sign of life, ms; three signs fall into it. */
const lease = 4_000;
const renewEvery = lease / 3;
/** Between looks at a lane that another node holds, ms; they grow from the first to the second. */
const firstPause = 20;
const longestPause = 250;

export function createSharedLanes({ own, store, clock, holder, random, failed }: SharedLanesDeps): Lanes {
  /** By lane: until when it is certainly held (epoch ms). */
  const held = new Map<string, number>();
  /** By lane: the leaving that is under way. Of two questions to the store either may come first. */
  const leaving = new Map<string, Promise<unknown>>();
  const pause = (ms: number) => new Promise<void>((resolve) => clock.at(clock.now() + ms, resolve));

  const hold = async (lane: string): Promise<boolean> => {
    const asked = clock.now();
    const mine = await store.holdLane(lane, holder, asked, lease);
    held.set(lane, mine ? asked + lease : 0);
    return mine;
  };

  /** Renews it until the answer is called, which resolves when no renewal is under way any more. */
  const keep = (lane: string): (() => Promise<unknown>) => {
    let cancel: (() => void) | undefined;
    let ended = false;
    let renewing: Promise<unknown> = Promise.resolve();
    const renew = (): void => {
      cancel = clock.at(clock.now() + renewEvery, () => {
        // Lost is lost: it is not taken back from whoever goes on with it, or went on with it and has left.
        if (!holds(lane)) return;
        renewing = hold(lane)
          .catch(failed)
          .then(() => !ended && holds(lane) && renew());
      });
    };
    renew();
    return () => {
      ended = true;
      cancel?.();
      return renewing;
    };
  };

  /** Should it fail, the lease ends by itself. */
  const leave = (lane: string): void => {
    held.delete(lane);
    const left = store
      .leaveLane(lane, holder)
      .catch(failed)
      .finally(() => leaving.delete(lane));
    leaving.set(lane, left);
  };

  const holds = (lane: string): boolean => (held.get(lane) ?? 0) > clock.now();

  return {
    run: (lane, work) =>
      own.run(lane, async () => {
        await leaving.get(lane);
        for (let wait = firstPause; !(await hold(lane)); wait = Math.min(wait * 2, longestPause)) {
          await pause(wait * (0.5 + random() / 2));
        }
        const stop = keep(lane);
        try {
          return await work();
        } finally {
          await stop();
          leave(lane);
        }
      }),
    holds,
    idle: own.idle,
  };
}
