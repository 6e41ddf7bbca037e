// A6: whether one more run of an action would pass what is usual at this hour of the week. Counted in the store, so
// that all nodes see one number; what is usual is learnt anew every hour, from whole days that are asked for once.
import { ageOf } from '../../shared/age-of.ts';
import type { Surge } from '../decide/situation.ts';
import type { Site } from '../site/site.ts';
import type { ActionCount, Store } from '../store/store.ts';
import { type Baseline, historyMs, learnBaseline, limitsAt, windows } from './baseline.ts';

export interface Surges {
  /** By action, those of these whose next run would be one too many. */
  of(site: Site, actions: string[]): Promise<Record<string, Surge>>;
}

interface Learnt {
  hour: number;
  baselines: Promise<Map<string, Baseline>>;
  /** What was counted in days that are over, by their beginning (epoch ms). */
  days: Map<number, ActionCount[]>;
  /** Epoch ms at which it could not be learnt; `baselines` are those of before, if any. */
  failedAt?: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const longest = Math.max(...windows);
/** Counts come in parts of this length, ms: every window ends in whole ones, the newest as far as it is gone. */
const part = 1_000;
/** ms until it is tried again after a failing store: not every turn is to wait for what cannot be had. */
const pause = 10_000;

export function createSurges({
  store,
  now,
  failed,
}: {
  store: Pick<Store, 'confirmedCounts'>;
  now: () => number;
  /** Told when what is usual could not be learnt: what was known before counts on, or nothing is held. */
  failed: (error: unknown) => void;
}): Surges {
  const learnt = new Map<string, Learnt>();

  /** Learnt by whoever asks first in an hour, and awaited by all who ask meanwhile; never rejects. */
  function baselinesOf(site: Site): Promise<Map<string, Baseline>> {
    const hour = Math.floor(now() / hourMs);
    const known = learnt.get(site.id);
    const again = known?.failedAt !== undefined && ageOf(known.failedAt, now()) >= pause;
    if (known?.hour === hour && !again) return known.baselines;
    // A day that was over by a clock which has gone back may not have been.
    const days = known && known.hour <= hour ? known.days : new Map<number, ActionCount[]>();
    const fresh: Learnt = {
      hour,
      days,
      baselines: learn(site, hour * hourMs, days).catch((error: unknown) => {
        fresh.failedAt = now();
        failed(error);
        return known?.baselines ?? new Map<string, Baseline>();
      }),
    };
    learnt.set(site.id, fresh);
    return fresh.baselines;
  }

  /** Day by day: eight weeks of a busy site in one question may take longer than a store gives it. */
  async function learn(
    site: Site,
    end: number,
    days: Map<number, ActionCount[]>,
  ): Promise<Map<string, Baseline>> {
    const oldest = Math.floor((end - historyMs) / dayMs) * dayMs;
    for (const day of days.keys()) if (day < oldest) days.delete(day);
    const counts: ActionCount[] = [];
    for (let day = oldest; day < end; day += dayMs) {
      const until = Math.min(end, day + dayMs);
      const counted = days.get(day) ?? (await store.confirmedCounts(site.id, day, until, hourMs));
      // Another node's clock may be behind: the last day is over for good when an hour more has gone.
      if (day + dayMs < end) days.set(day, counted);
      counts.push(...counted);
    }
    const { timeZone } = site.hours;
    const baselines = new Map<string, Baseline>();
    for (const { id } of site.actions) {
      const baseline = learnBaseline(
        counts.filter(({ action }) => action === id),
        { now: end, timeZone },
      );
      if (baseline) baselines.set(id, baseline);
    }
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
