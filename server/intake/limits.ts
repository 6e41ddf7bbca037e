// How often is too often, counted for each name and key; config.ts gives the numbers. One node counts in memory;
// several count together in Redis, and each for itself while that is away.
import type { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { type LimitName, type LimitTable, limitNames, limitWindows } from './limit-table.ts';

export interface Limits {
  /** Counts one attempt of `key`: 0 when it is allowed, else the ms to wait for the next. */
  take(name: LimitName, key: string): Promise<number>;
  /** The same without counting. */
  look(name: LimitName, key: string): Promise<number>;
  /** What was counted against `key` is forgiven. */
  forgive(name: LimitName, key: string): Promise<void>;
}

/** `off` allows all. `counts`: where several nodes count together; it must answer or reject soon. */
export function createLimits(table: LimitTable | 'off', counts?: Redis): Limits {
  if (table === 'off') return { take: async () => 0, look: async () => 0, forgive: async () => {} };
  const limiter = (name: LimitName): RateLimiterAbstract => {
    const often = { points: table[name], duration: limitWindows[name] };
    const own = new RateLimiterMemory({ ...often, keyPrefix: name });
    if (!counts) return own;
    return new RateLimiterRedis({
      ...often,
      keyPrefix: `handrail:limit:${name}`,
      storeClient: counts,
      // Whoever is refused is refused again without asking.
      inMemoryBlockOnConsumed: table[name] + 1,
      insuranceLimiter: own,
      rejectIfRedisNotReady: true,
    });
  };
  const limiters = Object.fromEntries(limitNames.map((name) => [name, limiter(name)])) as Record<
    LimitName,
    RateLimiterAbstract
  >;
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
