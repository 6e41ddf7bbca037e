// The short form of `npm run chaos`: a real server that dies, a line that breaks and pages that are closed, under
// customers who write all the while.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runChaos } from './run-chaos.ts';

it('R1, N1 nothing acknowledged is lost, nothing is shown twice or out of order, and everything is answered once', async () => {
  const root = resolve(import.meta.dirname, '../..');
  const plan = {
    root,
    kills: 4,
    cuts: 3,
    reloads: 3,
    customers: 6,
    longestCutMs: 2_000,
    perRound: 5,
    seed: 1,
  };
  const { sent, shown, ...rest } = await runChaos(plan);
  expect(rest).toMatchObject({
    faults: [],
    lost: 0,
    doubled: 0,
    reordered: 0,
    unanswered: 0,
    answeredTwice: 0,
  });
  expect(shown).toBe(sent);
  expect(sent).toBeGreaterThan(50);
}, 240_000);
