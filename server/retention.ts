// P2: what is older than its site keeps it is erased, by itself, a few times a day.
import type { Clock } from './clock.ts';
import { eraseOlderThan } from './record/erase.ts';
import type { Site } from './site/site.ts';
import type { Store } from './store/store.ts';

export interface RetentionDeps {
  store: Store;
  sites: Map<string, Site>;
  clock: Clock;
  failed(error: unknown): void;
}

const every = 6 * 3_600_000;
/** Not in the rush of a start. */
const first = 60_000;
const day = 86_400_000;

/** Runs until the answer is called. */
export function startRetention({ store, sites, clock, failed }: RetentionDeps): () => void {
  let cancel = clock.at(clock.now() + first, run);
  return () => cancel();

  function run(): void {
    cancel = clock.at(clock.now() + every, run);
    eraseAll().catch(failed);
  }

  async function eraseAll(): Promise<void> {
    for (const { id, retentionDays } of sites.values()) {
      const at = clock.now();
      await eraseOlderThan(store, id, at - retentionDays * day, {
        by: 'retention',
        why: `${retentionDays} days`,
        at,
      });
    }
  }
}
