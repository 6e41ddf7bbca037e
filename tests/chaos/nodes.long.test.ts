// The short form of `npm run chaos -- --nodes 2`: nodes that are killed, a Redis that dies, warm and cold, a Postgres
// that restarts. On a machine without the two it fails with the line that says how to get them.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { buildIfStale } from '../../server/build-if-stale.mjs';
import { seededRandom } from '../../server/understand/seeded-random.ts';
import { runChaos } from './run-chaos.ts';
import { severalNodes } from './several-nodes.ts';

it('R1, N1 two nodes lose nothing, show nothing twice or out of order, and answer everything once', async () => {
  const seed = 1;
  const faults = { kill: 3, redis: 2, postgres: 1, cut: 1, reload: 1 };
  await buildIfStale();
  const house = await severalNodes(resolve(import.meta.dirname, '../..'), seededRandom(seed), 2);
  try {
    const plan = { faults, customers: 6, everyMs: 400, longestCutMs: 2_000, perRound: 4, seed };
    const { verdict, done } = await runChaos(plan, house);
    const { sent, shown, acked, ...rest } = verdict;
    expect(rest).toEqual({
      faults: [],
      lost: 0,
      doubled: 0,
      reordered: 0,
      unanswered: 0,
      answeredTwice: 0,
    });
    expect(shown).toBe(sent);
    expect(acked).toBeGreaterThan(50);
    expect(done).toBe(8);
  } finally {
    await house.close();
  }
}, 360_000);
