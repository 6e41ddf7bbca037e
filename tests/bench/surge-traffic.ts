// Ordinary traffic with the rhythm of a week: busy by day, quiet by night and at weekends. Arrivals are Poisson, or
// uneven: the rate of each hour is drawn anew around its mean, as real days differ.
import { seededRandom } from '../../server/understand/seeded-random.ts';

export const hour = 3_600_000;
export const week = 168 * hour;
/** A Monday, 00:00 UTC. */
export const monday = Date.UTC(2026, 10, 16);

/** Of the mean rate, by hour of the week; mean 1. */
function rhythm(hourOfTheWeek: number): number {
  const [day, of] = [Math.floor(hourOfTheWeek / 24), hourOfTheWeek % 24];
  const byDay = of >= 8 && of < 20 ? 1.7 : 0.3;
  return byDay * (day < 5 ? 1.12 : 0.7);
}

export interface Traffic {
  /** Times (epoch ms) of the arrivals from `from` until `to`, `times` as many as usual. */
  arrivals(from: number, to: number, times?: number): number[];
  /** The true mean per hour at this time. */
  rate(at: number): number;
}

/** `uneven`: coefficient of variation of an hour's rate around its mean, 0 for pure Poisson. */
export function createTraffic(perHour: number, uneven: number, seed: number): Traffic {
  const random = seededRandom(seed);
  const rate = (at: number) => perHour * rhythm(Math.floor((((at - monday) % week) + week) / hour) % 168);
  return {
    rate,
    arrivals(from, to, times = 1) {
      const found: number[] = [];
      for (let start = Math.floor(from / hour) * hour; start < to; start += hour) {
        const mean = rate(start) * times * gamma(uneven, random);
        let at = start;
        for (;;) {
          at += (-Math.log(1 - random()) * hour) / mean;
          if (!(at < Math.min(to, start + hour))) break;
          if (at >= from) found.push(Math.floor(at));
        }
      }
      return found;
    },
  };
}

/** Mean 1 and this coefficient of variation, as a sum of exponentials of the nearest whole shape. */
function gamma(variation: number, random: () => number): number {
  if (variation === 0) return 1;
  const shape = Math.max(1, Math.round(1 / variation ** 2));
  let sum = 0;
  for (let n = 0; n < shape; n += 1) sum -= Math.log(1 - random());
  return sum / shape;
}
