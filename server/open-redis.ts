// The one place where Redis is reached, on several nodes only: hints between them, and counts that they share. Nothing
// here is the truth, so that nothing waits for it: while it is away, each node goes on with what it has.
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Redis } from 'ioredis';
import { connectRedis } from './connect-redis.ts';

export interface SharedRedis {
  /** For counts that nodes share: answers, or rejects at once while Redis is away and soon while it hangs. */
  counts: Redis;
  /** For Socket.IO's `adapter`. */
  adapter: ReturnType<typeof createAdapter>;
  /** Whether it answered when it was last asked. */
  up(): boolean;
  /** Hears of each change between away and back. */
  watch(changed: (up: boolean) => void): void;
  /** After the sockets were closed. */
  close(): Promise<void>;
}

/** A command that takes longer has failed, ms. */
const answerMs = 1_000;
/** And one that somebody's message waits for. */
const countMs = 100;
/** How often it is asked whether it is there, ms. */
const askMs = 2_000;

/** Never rejects for a Redis that is not there: it may come later. */
export function openRedis(url: string): SharedRedis {
  const client = connectRedis(url, answerMs);
  const lines = new Set<Redis>();
  const watchers = new Set<(up: boolean) => void>();
  let up: boolean | undefined;
  let closed = false;

  const follow = (redis: Redis) => redis.on('ready', settle).on('close', () => turn(false));
  follow(client);

  /** On the way up it is there when all lines are. */
  function settle(): void {
    if ([client, ...lines].every(({ status }) => status === 'ready')) turn(true);
  }

  function turn(next: boolean): void {
    if (next === up || closed) return;
    up = next;
    for (const changed of watchers) changed(next);
  }

  /** A line of the adapter's own: what is said while it is not there is not heard. */
  function addLine(line: Redis): void {
    lines.add(line);
    follow(line);
  }

  const counts = connectRedis(url, countMs);
  addLine(counts);

  const asking = setInterval(() => {
    if (client.status !== 'ready') return;
    client.ping().then(settle, () => {
      // It hangs, or its machine is gone without a word: every line is made anew.
      turn(false);
      for (const line of [client, ...lines]) line.disconnect(true);
    });
  }, askMs);
  asking.unref();

  return {
    counts,
    adapter: createAdapter(forAdapter(client, addLine), {
      streamName: 'handrail:hints',
      channelPrefix: 'handrail',
    }),
    up: () => up === true,
    watch: (changed) => watchers.add(changed),
    async close() {
      closed = true;
      clearInterval(asking);
      for (const line of [client, ...lines]) line.disconnect();
    },
  };
}

/**
 * The client as the adapter uses it. Its own lines wait for Redis for as long as it takes, since a read that failed
 * at once would be tried again at once, for ever; and what it does not wait for must not reject unheard.
 */
function forAdapter(client: Redis, addLine: (line: Redis) => void): Redis {
  const quietly = (redis: Redis, name: 'publish' | 'subscribe') => {
    const run = (redis[name] as (...args: unknown[]) => Promise<unknown>).bind(redis);
    return (...args: unknown[]) => run(...args).catch(() => undefined);
  };
  const duplicate = () => {
    const line = client.duplicate({
      enableOfflineQueue: true,
      // Without it a read that was under way would be forgotten, and neither end nor be repeated.
      autoResendUnfulfilledCommands: true,
      maxRetriesPerRequest: null,
      commandTimeout: undefined,
    });
    addLine(line);
    return Object.assign(line, { subscribe: quietly(line, 'subscribe') });
  };
  const own: Partial<Record<PropertyKey, unknown>> = { duplicate, publish: quietly(client, 'publish') };
  return new Proxy(client, {
    get(target, name) {
      if (name in own) return own[name];
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
