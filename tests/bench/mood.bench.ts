// Frustration in a text: --test F (TSV text<TAB>1 or 0) [--confusion F (TSV text<TAB>emotions)]
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readMood } from '../../server/understand/mood.ts';
import { auroc, readAffectSet } from './affect-set.ts';
import { readTsv } from './read-tsv.ts';
import { UsageError } from './usage-error.ts';

/** Where E1 names the feeling when a site sets nothing else. */
const threshold = 0.6;

/**
 * auroc and f1 (at the default threshold of .6, as a site would use it; `bestF1` at the best one) of
 * frustration; `confusionAuroc` with `--confusion`. Weights: trained on GoEmotions' train file, calibrated and
 * chosen on its dev file; phrases of our own. Sarcasm is a known weakness: praise in words is read as praise.
 */
export async function run(args: string[]): Promise<unknown> {
  const { test, confusion } = parse(args);
  const lines = readTsv(test);
  if (lines.some(({ label }) => label !== '0' && label !== '1'))
    throw new UsageError('labels must be 1 or 0');
  const truth = lines.map(({ label }) => label === '1');
  const times: number[] = [];
  const scores = lines.map(({ text }) => {
    const start = performance.now();
    const { frustration } = readMood(text, { recent: [], wantsPerson: false });
    times.push(performance.now() - start);
    return frustration;
  });
  times.sort((a, b) => a - b);
  const atAnyThreshold = [...new Set(scores.map((score) => Math.floor(score * 100) / 100))].map((cut) =>
    f1(scores, truth, cut),
  );
  const other = confusion === undefined ? undefined : readAffectSet([confusion]);
  return {
    auroc: round(auroc(scores, truth)),
    f1: round(f1(scores, truth, threshold)),
    bestF1: round(Math.max(...atAnyThreshold)),
    p50Ms: round(times[Math.floor(times.length / 2)]!),
    ...(other === undefined
      ? {}
      : {
          confusionAuroc: round(
            auroc(
              other.map(({ text }) => readMood(text, { recent: [], wantsPerson: false }).confusion),
              other.map((line) => line.confusion),
            ),
          ),
        }),
  };
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

function f1(scores: number[], truth: boolean[], cut: number): number {
  let right = 0;
  let called = 0;
  let real = 0;
  for (const [i, score] of scores.entries()) {
    if (score >= cut) called += 1;
    if (truth[i]) real += 1;
    if (score >= cut && truth[i]) right += 1;
  }
  return called + real === 0 ? 0 : (2 * right) / (called + real);
}

function parse(args: string[]): { test: string[]; confusion?: string } {
  try {
    const { values } = parseArgs({
      args,
      options: { test: { type: 'string', multiple: true }, confusion: { type: 'string' } },
    });
    if (values.test === undefined) throw new Error('mood needs --test F');
    return { test: values.test, ...(values.confusion === undefined ? {} : { confusion: values.confusion }) };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
