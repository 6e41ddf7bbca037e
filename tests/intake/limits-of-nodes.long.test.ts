// Several nodes count together in a real Redis (`apt-get install redis-server`), and each for itself without it.
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type RunningRedis, startRedis } from '../../demo/scale/start-redis.ts';
import { connectRedis } from '../../server/connect-redis.ts';
import { standardLimits } from '../../server/intake/limit-table.ts';
import { createLimits } from '../../server/intake/limits.ts';

const table = { ...standardLimits, message: 4 };
/** On a busy machine Redis may take its time, ms: only what hangs is given up on. */
const patience = 10_000;
let server: RunningRedis;
let nodes: Redis[];

beforeEach(async () => {
  server = await startRedis();
  nodes = [connectRedis(server.url, patience), connectRedis(server.url, patience)];
  await ready();
});
afterEach(async () => {
  for (const node of nodes) node.disconnect();
  await server.kill();
});

const ready = () =>
  vi.waitFor(() => expect(nodes.map(({ status }) => status)).toEqual(nodes.map(() => 'ready')), 10_000);
const limitsOf = () => {
  const [here, there] = nodes.map((node) => createLimits(table, node));
  return [here!, there!] as const;
};

test('what a visitor does at one node counts at the other', async () => {
  const [here, there] = limitsOf();
  for (const limits of [here, there, here, there]) expect(await limits.take('message', 'a')).toBe(0);
  expect(await here.take('message', 'a')).toBeGreaterThan(0);
  expect(await there.look('message', 'a')).toBeGreaterThan(0);
  expect(await there.take('message', 'b')).toBe(0);
  await there.forgive('message', 'a');
  expect(await there.look('message', 'a')).toBe(0);
});

test('without Redis each node counts for itself, and together again once it is back', async () => {
  const [here, there] = limitsOf();
  await server.kill();
  await vi.waitFor(() => expect(nodes.some(({ status }) => status === 'ready')).toBe(false), 10_000);
  for (const limits of [here, there]) {
    for (let n = 0; n < table.message; n++) expect(await limits.take('message', 'a')).toBe(0);
    expect(await limits.take('message', 'a')).toBeGreaterThan(0);
  }
  await server.start();
  await ready();
  for (const limits of [here, there, here, there]) expect(await limits.take('message', 'b')).toBe(0);
  expect(await there.take('message', 'b')).toBeGreaterThan(0);
});

test('a Redis that hangs keeps nobody waiting: the node counts for itself', async () => {
  const redis = connectRedis(server.url, 100);
  nodes.push(redis);
  await ready();
  const here = createLimits(table, redis);
  server.process.kill('SIGSTOP');
  try {
    for (let n = 0; n < table.message; n++) expect(await here.take('message', 'a')).toBe(0);
    expect(await here.take('message', 'a')).toBeGreaterThan(0);
  } finally {
    server.process.kill('SIGCONT');
  }
});
