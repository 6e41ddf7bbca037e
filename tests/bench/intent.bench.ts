// Intents of labelled phrases: --train F … --test F … [--val F …] [--seed N]; TSV text<TAB>label, oos = out of scope
import { parseArgs } from 'node:util';
import { grade, modelBytes, timeReading, trainOn } from './bench-intents.ts';
import { chooseOosThreshold, intentMeasures } from './intent-metrics.ts';
import { readTsv } from './read-tsv.ts';
import { UsageError } from './usage-error.ts';

/**
 * oosRecall: with `--val` at the threshold that is best on it (Larson et al. 2019); without, at the strictest
 * threshold that keeps in-scope accuracy at .92, read off the test (see `intent-metrics.ts`).
 */
export async function run(args: string[]): Promise<unknown> {
  const { train, test, val, seed } = parse(args);
  const lines = readTsv(train);
  const tests = readTsv(test);
  if (!tests.some(({ label }) => label !== 'oos')) throw new UsageError('the test has no line in scope');
  if (!lines.some(({ label }) => label !== 'oos'))
    throw new UsageError('the training set has no line in scope');
  console.error(`training on ${lines.length} lines`);
  const { model, trainMs } = trainOn(lines, seed);
  console.error(`reading ${tests.length} lines`);
  const readings = grade(model, tests);
  const outside = tests.filter(({ label }) => label === 'oos').length;
  const threshold =
    val.length === 0
      ? undefined
      : chooseOosThreshold(grade(model, readTsv(val)), outside / (tests.length - outside));
  const measures = intentMeasures(readings, threshold);
  const rounded = Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, round(value)]));
  return {
    ...rounded,
    trainMs: Math.round(trainMs),
    ...timeReading(model, tests),
    modelBytes: modelBytes(model),
  };
}

const round = (value: number | null) => (value === null ? null : Math.round(value * 1e4) / 1e4);

function parse(args: string[]) {
  const list = { type: 'string', multiple: true, default: [] as string[] } as const;
  let values: { train: string[]; test: string[]; val: string[]; seed: string };
  try {
    ({ values } = parseArgs({
      args,
      options: { train: list, test: list, val: list, seed: { type: 'string', default: '1' } },
    }));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new UsageError(`--seed must be a whole number, not ${values.seed}`);
  if (values.train.length === 0 || values.test.length === 0) {
    throw new UsageError('intent needs --train F and --test F');
  }
  return { ...values, seed };
}
