// Ordinary weeks, watched as the house watches them: how often an action is held though nothing is wrong.
import { learnBaseline, limitsAt } from '../../server/rollout/baseline.ts';
import { createTraffic, hour, monday, week } from './surge-traffic.ts';

export interface FalseHolds {
  perHour: number;
  uneven: number;
  weeks: number;
  runs: number;
  holds: number;
}

const learnt = 8;
const timeZone = 'UTC';
/** After a hold a person has looked within so many hours, and the action goes on. */
const pause = 4 * hour;

export function falseHolds(perHour: number, uneven: number, weeks: number, seed: number): FalseHolds {
  const begin = monday + learnt * week;
  const all = createTraffic(perHour, uneven, seed).arrivals(monday, begin + weeks * week);
  const counts = new Map<number, number>();
  let holds = 0;
  let runs = 0;
  let quietUntil = 0;
  let hourNow = 0;
  let baseline: ReturnType<typeof learnBaseline>;
  for (const [index, at] of all.entries()) {
    const of = Math.floor(at / hour) * hour;
    counts.set(of, (counts.get(of) ?? 0) + 1);
    if (at < begin) continue;
    runs += 1;
    if (of !== hourNow) {
      hourNow = of;
      const past = [...counts].filter(([since]) => since < of && since >= of - learnt * week);
      baseline = learnBaseline(
        past.map(([since, n]) => ({ since, n })),
        { now: at, timeZone },
      );
    }
    if (!baseline || at < quietUntil) continue;
    const over = limitsAt(baseline, at, timeZone).some(
      ({ window, limit }) => index - limit + 1 >= 0 && all[index - limit + 1]! > at - window,
    );
    if (!over) continue;
    holds += 1;
    quietUntil = at + pause;
  }
  return { perHour, uneven, weeks, runs, holds };
}
