// How often is too often, counted in memory for each name and key; config.ts gives the numbers.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type LimitName, type LimitTable, limitNames, limitWindows } from './limit-table.ts';

export interface Limits {
  /** Counts one attempt of `key`: 0 when it is allowed, else the ms to wait for the next. */
  take(name: LimitName, key: string): Promise<number>;
  /** The same without counting. */
  look(name: LimitName, key: string): Promise<number>;
  /** What was counted against `key` is forgiven. */
  forgive(name: LimitName, key: string): Promise<void>;
}

/** `off` allows all. */
export function createLimits(table: LimitTable | 'off'): Limits {
  if (table === 'off') return { take: async () => 0, look: async () => 0, forgive: async () => {} };
  const limiters = Object.fromEntries(
    limitNames.map((name) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: table[name], duration: limitWindows[name] }),
    ]),
  ) as Record<LimitName, RateLimiterMemory>;
  return {
    async take(name, key) {
      try {
        await limiters[name].consume(key);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
        throw refused;
      }
    },
    async look(name, key) {
      const seen = await limiters[name].get(key);
      return seen && seen.consumedPoints >= table[name] ? Math.max(1, seen.msBeforeNext) : 0;
    },
    async forgive(name, key) {
      await limiters[name].delete(key);
    },
  };
}
