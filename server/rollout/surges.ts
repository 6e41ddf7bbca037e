// A6: whether one more run of an action would pass what is usual at this hour of the week. Counted in the store, so
// that all nodes see one number; what is usual is learnt anew every hour.
import type { Surge } from '../decide/situation.ts';
import type { Site } from '../site/site.ts';
import type { ActionCount, Store } from '../store/store.ts';
import { type Baseline, historyMs, learnBaseline, limitsAt, windows } from './baseline.ts';

export interface Surges {
  /** By action, those of these whose next run would be one too many. */
  of(site: Site, actions: string[]): Promise<Record<string, Surge>>;
}

const hourMs = 3_600_000;
const longest = Math.max(...windows);
/** Counts come in parts of this length, ms: every window ends in whole ones, the newest as far as it is gone. */
const part = 1_000;

export function createSurges({
  store,
  now,
}: {
  store: Pick<Store, 'confirmedCounts'>;
  now: () => number;
}): Surges {
  const learnt = new Map<string, { hour: number; baselines: Map<string, Baseline> }>();

  async function baselinesOf(site: Site): Promise<Map<string, Baseline>> {
    const hour = Math.floor(now() / hourMs);
    const known = learnt.get(site.id);
    if (known?.hour === hour) return known.baselines;
    const end = hour * hourMs;
    const counts = await store.confirmedCounts(site.id, end - historyMs, end, hourMs);
    const of = (id: string) => counts.filter(({ action }) => action === id);
    const { timeZone } = site.hours;
    const baselines = new Map<string, Baseline>();
    for (const { id } of site.actions) {
      const baseline = learnBaseline(of(id), { now: now(), timeZone });
      if (baseline) baselines.set(id, baseline);
    }
    learnt.set(site.id, { hour, baselines });
    return baselines;
  }

  return {
    async of(site, actions) {
      if (actions.length === 0) return {};
      const baselines = await baselinesOf(site);
      const watched = actions.filter((id) => baselines.has(id));
      if (watched.length === 0) return {};
      const at = now();
      const recent = await store.confirmedCounts(site.id, at - longest, at + 1, part);
      const surges: Record<string, Surge> = {};
      for (const id of watched) {
        const surge = surgeOf(recent, id, baselines.get(id)!, at, site.hours.timeZone);
        if (surge) surges[id] = surge;
      }
      return surges;
    },
  };
}

function surgeOf(
  recent: ActionCount[],
  id: string,
  baseline: Baseline,
  at: number,
  timeZone: string,
): Surge | undefined {
  for (const { window, expected, limit } of limitsAt(baseline, at, timeZone)) {
    const count = recent.reduce(
      (sum, one) => sum + (one.action === id && one.since > at - window ? one.n : 0),
      0,
    );
    // The one that is about to be confirmed would be one more.
    if (count + 1 >= limit) return { count, limit, window, expected: Math.round(expected * 10) / 10 };
  }
  return undefined;
}
