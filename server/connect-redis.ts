// A line to Redis on which nothing waits for long: for open-redis.ts.
import { Redis } from 'ioredis';

/** How often the system asks whether the other side is there, ms. */
const keepAliveMs = 2_000;
const connectMs = 1_000;
/** Between attempts to reach it, ms at most. */
const longestPause = 1_000;

/** A command rejects at once while Redis is away, and after `answerMs` while it hangs; the line comes back by itself. */
export function connectRedis(url: string, answerMs: number): Redis {
  const line = new Redis(url, {
    // What cannot be said now is not worth keeping: whoever missed it looks into the database.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerMs,
    connectTimeout: connectMs,
    keepAlive: keepAliveMs,
    retryStrategy: (times) => Math.min(50 * times, longestPause),
  });
  // Each attempt that fails says so; what matters is told once, by whoever watches it.
  line.on('error', () => undefined);
  return line;
}
