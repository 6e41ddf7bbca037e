// What runs of one plan have come to so far, kept in a file, so that a long one can be done in pieces.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { noVerdict, together } from './judge.ts';
import type { ChaosRun, Fault } from './run-chaos.ts';

const count = z.int().nonnegative();
const tallySchema = z.strictObject({
  /** What was asked for: pieces of another plan do not belong to it. */
  plan: z.string(),
  done: count,
  through: z.record(z.string(), count),
  verdict: z.strictObject({
    sent: count,
    acked: count,
    shown: count,
    lost: count,
    doubled: count,
    reordered: count,
    unanswered: count,
    answeredTwice: count,
    faults: z.array(z.string()),
  }),
  resyncs: z.array(z.number()),
  /** ms in which messages were answered while the disk was full. */
  answeredFull: z.array(z.number()),
  rounds: count,
  seconds: count,
});
export type Tally = z.infer<typeof tallySchema>;

/** That of `file`, or an empty one. Throws when the file is another plan's. */
export function openTally(plan: string, file?: string): Tally {
  const empty = { plan, done: 0, through: {}, verdict: noVerdict, rounds: 0, seconds: 0 };
  if (file === undefined || !existsSync(file)) return { ...empty, resyncs: [], answeredFull: [] };
  const tally = tallySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (tally.plan !== plan) throw new Error(`${file} is of another plan: ${tally.plan}`);
  return tally;
}

export function withRun(tally: Tally, run: ChaosRun, answeredFull: number[]): Tally {
  const through = { ...tally.through };
  for (const [fault, times] of Object.entries(run.through) as [Fault, number][])
    through[fault] = (through[fault] ?? 0) + times;
  return {
    plan: tally.plan,
    done: run.done,
    through,
    verdict: together(tally.verdict, run.verdict),
    resyncs: [...tally.resyncs, ...run.resyncs],
    answeredFull: [...tally.answeredFull, ...answeredFull],
    rounds: tally.rounds + run.rounds,
    seconds: tally.seconds + run.seconds,
  };
}

/** Beside and renamed, so that an end in the middle leaves the former one whole. */
export function keepTally(tally: Tally, file: string): void {
  writeFileSync(`${file}.part`, JSON.stringify(tally));
  renameSync(`${file}.part`, file);
}
