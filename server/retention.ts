// P2: what is older than its site keeps it is erased, by itself, a few times a day. A clock that is ahead for a moment
// would make everything old; so it is erased only by a clock that has gone as it should since it was last looked at.
import type { Clock } from './clock.ts';
import { eraseOlderThan } from './record/erase.ts';
import type { Site } from './site/site.ts';
import type { Store } from './store/store.ts';

export interface RetentionDeps {
  store: Store;
  sites: Map<string, Site>;
  clock: Clock;
  failed(error: unknown): void;
  /** ms of a clock that nobody sets. Default: the process's own. */
  steady?: () => number;
}

const every = 6 * 3_600_000;
/** Not in the rush of a start, nor before a machine has been told the time. */
const first = 600_000;
/** What the time may have been set by since the last look, ms, for it to be gone by. */
const mostSet = 3_600_000;
const day = 86_400_000;

/** Runs until the answer is called. */
export function startRetention({
  store,
  sites,
  clock,
  failed,
  steady = () => performance.now(),
}: RetentionDeps): () => void {
  const look = () => ({ at: clock.now(), steady: steady() });
  let last = look();
  let cancel = clock.at(clock.now() + first, run);
  return () => cancel();

  function run(): void {
    cancel = clock.at(clock.now() + every, run);
    const seen = look();
    const setBy = seen.at - last.at - (seen.steady - last.steady);
    last = seen;
    if (Math.abs(setBy) <= mostSet) eraseAll(seen.at).catch(failed);
    else
      failed(
        new Error(`The clock was set by ${Math.round(setBy / 1000)} s: nothing is erased for its age yet.`),
      );
  }

  async function eraseAll(at: number): Promise<void> {
    for (const { id, retentionDays } of sites.values()) {
      await eraseOlderThan(store, id, at - retentionDays * day, {
        by: 'retention',
        why: `${retentionDays} days`,
        at,
      });
    }
  }
}
