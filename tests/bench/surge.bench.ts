// A misread surge at several times the usual rate: when it is held, what is lost; and ordinary weeks: false holds.
import { parseArgs } from 'node:util';
import { type FalseHolds, falseHolds } from './surge-false-holds.ts';
import { replaySurge, type Surged } from './surge-replay.ts';

/** `{replays, ordinary}`; `--weeks N` of ordinary traffic at each rate (default 52), `--per-hour N` in the replay. */
export async function run(args: string[]): Promise<{ replays: Surged[]; ordinary: FalseHolds[] }> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      weeks: { type: 'string', default: '52' },
      'per-hour': { type: 'string', default: '12' },
    },
  });
  const seed = Number(values.seed);
  const perHour = Number(values['per-hour']);
  const replays: Surged[] = [];
  for (const [times, atOnce] of [
    [3, 1],
    [4, 1],
    [6, 1],
    [10, 1],
    [6, 8],
  ] as const) {
    replays.push(await replaySurge(perHour, times, atOnce, seed));
    process.stderr.write(`${JSON.stringify(replays.at(-1))}\n`);
  }
  const ordinary: FalseHolds[] = [];
  for (const uneven of [0, 0.25]) {
    for (const rate of [0.2, 1, 5, 20, 60]) {
      ordinary.push(falseHolds(rate, uneven, Number(values.weeks), seed));
      process.stderr.write(`${JSON.stringify(ordinary.at(-1))}\n`);
    }
  }
  return { replays, ordinary };
}
