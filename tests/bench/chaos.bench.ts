// Kills, cuts, closed tabs, clock jumps and full disks under writing customers; --nodes 2 for nodes, Redis and Postgres.
import { seededRandom } from '../../server/understand/seeded-random.ts';
import type { House } from '../chaos/house.ts';
import { oneServer } from '../chaos/one-server.ts';
import { type Fault, runChaos } from '../chaos/run-chaos.ts';
import { severalNodes } from '../chaos/several-nodes.ts';
import { keepTally, openTally, withRun } from '../chaos/tally.ts';
import { numbers, quantile } from './numbers.ts';

const standard = {
  /** Absent: one server over a file. */
  nodes: 0,
  kills: 0,
  'node-kills': 0,
  'redis-kills': 0,
  'postgres-restarts': 0,
  jumps: 0,
  full: 0,
  cuts: 0,
  reloads: 0,
  customers: 20,
  /** Between two messages of a customer, ms on average. */
  every: 600,
  /** s. */
  'longest-cut': 120,
  'per-round': 150,
  /** After so many the piece ends with its round; 0: when all is done. */
  minutes: 0,
  seed: 1,
};

/** All customers are back with all they had within this after the server is, or the nodes', at the 99th percentile, ms. */
const resyncBarMs = 5_000;
const nodesBarMs = 15_000;
/** A full disk is answered for within this, ms. */
const fullBarMs = 1_000;

/**
 * Ends with exit code 1 when anything was lost, doubled, out of order or left without an answer, or came late.
 * `--resume FILE` goes on where the last piece of the same plan ended, and sums them up.
 */
export async function run(args: string[]): Promise<unknown> {
  const [file, rest] = resumed(args);
  const given = numbers(rest, standard);
  const { minutes, seed, ...asked } = given;
  const faults: Partial<Record<Fault, number>> = {
    kill: given.nodes > 0 ? given['node-kills'] : given.kills,
    jump: given.jumps,
    full: given.full,
    redis: given['redis-kills'],
    postgres: given['postgres-restarts'],
    cut: given.cuts,
    reload: given.reloads,
  };
  const before = openTally(JSON.stringify({ seed, ...asked }), file);
  const random = seededRandom(seed + before.done);
  const answeredFull: number[] = [];
  const house: House =
    given.nodes > 0
      ? await severalNodes(process.cwd(), random, given.nodes)
      : await oneServer(process.cwd(), random, given.full > 0 ? answeredFull : undefined);
  try {
    const done = await runChaos(
      {
        faults,
        customers: given.customers,
        everyMs: given.every,
        longestCutMs: given['longest-cut'] * 1000,
        perRound: given['per-round'],
        seed,
        from: before.done,
        ...(minutes > 0 ? { forMs: minutes * 60_000 } : {}),
        progress: (at, of, { lost, doubled, reordered }) =>
          void process.stderr.write(
            `\r${at} of ${of} faults, ${lost} lost, ${doubled} doubled, ${reordered} out of order `,
          ),
      },
      house,
    );
    const tally = withRun(before, done, answeredFull);
    if (file !== undefined) keepTally(tally, file);
    process.stderr.write('\n');
    for (const fault of tally.verdict.faults) process.stderr.write(`${fault}\n`);
    const { verdict, through, resyncs, rounds, seconds } = tally;
    const { lost, doubled, reordered, unanswered, answeredTwice } = verdict;
    const resyncP99Ms = quantile(resyncs, 0.99);
    const fullMaxMs = Math.round(Math.max(0, ...tally.answeredFull));
    const broken = lost + doubled + reordered + unanswered + answeredTwice + verdict.faults.length > 0;
    const late = resyncP99Ms > (given.nodes > 0 ? nodesBarMs : resyncBarMs) || fullMaxMs > fullBarMs;
    if (broken || late) process.exitCode = 1;
    return {
      seed,
      through,
      left: done.of - done.done,
      ...verdict,
      returns: resyncs.length,
      resyncP50Ms: quantile(resyncs, 0.5),
      resyncP99Ms,
      resyncMaxMs: Math.max(0, ...resyncs),
      ...(given.full > 0
        ? {
            answeredFull: tally.answeredFull.length,
            fullP50Ms: Math.round(quantile(tally.answeredFull, 0.5)),
            fullMaxMs,
          }
        : {}),
      rounds,
      seconds,
    };
  } finally {
    await house.close();
  }
}

/** The file of `--resume`, and the other arguments. */
function resumed(args: string[]): [file: string | undefined, rest: string[]] {
  const at = args.indexOf('--resume');
  return at < 0 ? [undefined, args] : [args[at + 1], args.toSpliced(at, 2)];
}
