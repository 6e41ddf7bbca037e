// Races of claim, takeover, reply in the making, return, transfer and assignment: one owner each, or a count of faults.
import { runRaces } from '../handoff/run-races.ts';
import { UsageError } from './usage-error.ts';

/** `--count N` (10,000) races, `--seed N` (1). */
export async function run(args: string[]): Promise<unknown> {
  const options = { count: 10_000, seed: 1 };
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index]!.replace(/^--/, '') as keyof typeof options;
    if (!(name in options) || !Number.isFinite(Number(args[index + 1])))
      throw new UsageError('npm run bench -- races [--count N] [--seed N]');
    options[name] = Number(args[index + 1]);
  }
  const began = performance.now();
  const counts = await runRaces(options.count, options.seed);
  return { ...counts, seconds: Math.round((performance.now() - began) / 100) / 10 };
}
