// The short form of `npm run chaos`: a real server that dies, whose clock jumps and whose disk is full, a line that
// breaks and pages that are closed, under customers who write all the while.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { buildIfStale } from '../../server/build-if-stale.mjs';
import { seededRandom } from '../../server/understand/seeded-random.ts';
import { oneServer } from './one-server.ts';
import { runChaos } from './run-chaos.ts';

it('R1, N1 nothing acknowledged is lost, nothing is shown twice or out of order, and everything is answered once', async () => {
  const seed = 1;
  const faults = { kill: 3, cut: 2, reload: 2, jump: 1, full: 1 };
  await buildIfStale();
  const house = await oneServer(resolve(import.meta.dirname, '../..'), seededRandom(seed), []);
  try {
    const plan = { faults, customers: 6, everyMs: 300, longestCutMs: 2_000, perRound: 5, seed };
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
    expect(sent).toBeGreaterThan(50);
    expect(acked).toBeGreaterThan(50);
    expect(done).toBe(9);
  } finally {
    await house.close();
  }
}, 240_000);
