// How often is too often: counted for each key, told with the time to wait, and forgiven.
import { expect, test } from 'vitest';
import { sparePort } from '../../demo/scale/spare-port.ts';
import { connectRedis } from '../../server/connect-redis.ts';
import { standardLimits } from '../../server/intake/limit-table.ts';
import { createLimits } from '../../server/intake/limits.ts';

const table = { ...standardLimits, message: 2 };

test('says how long to wait once a visitor has written too often, and nobody else waits', async () => {
  const limits = createLimits(table);
  expect(await limits.take('message', 'a')).toBe(0);
  expect(await limits.take('message', 'a')).toBe(0);
  expect(await limits.take('message', 'a')).toBeGreaterThan(0);
  expect(await limits.look('message', 'a')).toBeGreaterThan(0);
  expect(await limits.take('message', 'b')).toBe(0);
  await limits.forgive('message', 'a');
  expect(await limits.take('message', 'a')).toBe(0);
});

test('a node whose Redis is away counts for itself, and keeps nobody waiting', async () => {
  const redis = connectRedis(`redis://127.0.0.1:${await sparePort()}`, 100);
  const limits = createLimits(table, redis);
  expect([await limits.take('message', 'a'), await limits.take('message', 'a')]).toEqual([0, 0]);
  expect(await limits.take('message', 'a')).toBeGreaterThan(0);
  expect(await limits.look('message', 'a')).toBeGreaterThan(0);
  redis.disconnect();
});
