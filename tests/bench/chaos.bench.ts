// Kills, cuts and closed tabs under writing customers: --kills N --cuts N --reloads N --customers N --longest-cut SECONDS
// --seed N.
import { parseArgs } from 'node:util';
import { type ChaosResult, runChaos } from '../chaos/run-chaos.ts';
import { UsageError } from './usage-error.ts';

const numbers = {
  kills: 100,
  cuts: 0,
  reloads: 0,
  customers: 20,
  seed: 1,
  'per-round': 100,
  'longest-cut': 120,
};

/** All customers are back with all they had within this after the server is, at the 99th percentile. */
const resyncBarMs = 5_000;

/** Ends with exit code 1 when anything was lost, doubled, out of order or left without an answer, or came back late. */
export async function run(args: string[]): Promise<ChaosResult> {
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(Object.keys(numbers).map((name) => [name, { type: 'string' as const }])),
  });
  const given = Object.fromEntries(
    Object.entries(numbers).map(([name, standard]) => {
      const value = values[name] === undefined ? standard : Number(values[name]);
      if (!Number.isInteger(value) || value < 0) throw new UsageError(`--${name} wants a whole number.`);
      return [name, value];
    }),
  ) as typeof numbers;
  const { 'per-round': perRound, 'longest-cut': longestCut, ...plan } = given;
  let told = -1;
  const result = await runChaos({
    root: process.cwd(),
    ...plan,
    longestCutMs: Math.max(1, longestCut) * 1000,
    perRound: Math.max(1, perRound),
    progress(done, of, { lost, doubled, reordered }) {
      if (done === told) return;
      told = done;
      process.stderr.write(
        `\r${done} of ${of} faults, ${lost} lost, ${doubled} doubled, ${reordered} out of order `,
      );
    },
  });
  process.stderr.write('\n');
  for (const fault of result.faults) process.stderr.write(`${fault}\n`);
  if (
    result.faults.length > 0 ||
    result.doubled + result.reordered + result.unanswered + result.answeredTwice > 0 ||
    result.resyncP99Ms > resyncBarMs
  )
    process.exitCode = 1;
  return result;
}
