// Trains the mood weights: --train F --dev F [--neutral F …] [--out server/understand/mood-weights.ts]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { affectFeatures, buckets } from '../../server/understand/affect-features.ts';
import {
  affectLogOdds,
  compress,
  type PackedAffect,
  packWeights,
  runWeight,
  unpackAffect,
} from '../../server/understand/affect-model.ts';
import { fitLogistic } from '../../server/understand/calibrate.ts';
import { moodPhrases } from '../../server/understand/mood-lexicon.ts';
import { plainWords } from '../../server/understand/plain-words.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';
import { squaredLengths, trainSvm } from '../../server/understand/svm.ts';
import { type AffectLine, auroc, readAffectSet } from './affect-set.ts';
import { readTsv } from './read-tsv.ts';
import { UsageError } from './usage-error.ts';

type Feeling = 'frustration' | 'confusion';

/** How many weights are kept of each; chosen so that the file stays under 100 KB. */
const kept: Record<Feeling, number> = { frustration: 22_000, confusion: 8_000 };
const cost = 0.05;
/** Buckets that fewer texts than this have are left out. */
const fewest = 3;

interface Row {
  columns: Int32Array;
  values: Float32Array;
  known: number;
  length: number;
}

/**
 * Source: GoEmotions (Demszky et al., ACL 2020; CC BY 4.0). A linear SVM over hashed n-grams with inverse
 * document frequencies, pruned to the weights that matter, trained again on those, rounded to bytes and
 * calibrated on the dev file. `--neutral` lines (TSV) count as calm. Prints AUROC on dev; no test is read.
 */
export async function run(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      train: { type: 'string' },
      dev: { type: 'string' },
      neutral: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
    },
  });
  if (values.train === undefined || values.dev === undefined)
    throw new UsageError('train-mood needs --train and --dev');
  const calm = readTsv(values.neutral).map(({ text }) => ({ text, frustration: false, confusion: false }));
  const train = [...readAffectSet([values.train]), ...calm];
  const dev = readAffectSet([values.dev]);
  const report: Record<string, unknown> = {};
  const packed = {} as Record<Feeling, PackedAffect>;
  for (const feeling of ['frustration', 'confusion'] as const) {
    console.error(`training ${feeling}`);
    const trial = calibrate(learnWeights(feeling, train), dev, feeling);
    const model = unpackAffect(trial);
    const scores = dev.map(({ text }) =>
      affectLogOdds(model, affectFeatures(text), phrasesOf(text)[feeling]),
    );
    report[feeling] = {
      devAuroc: auroc(
        scores,
        dev.map((line) => line[feeling]),
      ),
    };
    // What is kept has seen the dev file as well; its calibration is that of the trial, which had not.
    const { slope, offset } = trial;
    packed[feeling] = { ...learnWeights(feeling, [...train, ...dev]), slope, offset };
  }
  const text = source(packed);
  if (values.out !== undefined) writeFileSync(values.out, text);
  return { ...report, bytes: text.length };
}

const phrasesOf = (text: string) => moodPhrases(plainWords(text));

/** ln(n / df) + 1 by bucket; 0 for buckets that are too rare. */
function inverseFrequencies(lines: AffectLine[]): Float32Array {
  const frequency = new Float32Array(buckets);
  for (const { text } of lines) {
    const { words, runs } = affectFeatures(text);
    for (const bucket of new Set([...words, ...runs])) frequency[bucket]! += 1;
  }
  return frequency.map((df) => (df < fewest ? 0 : Math.log(lines.length / df) + 1));
}

function learnWeights(feeling: Feeling, train: AffectLine[]): PackedAffect {
  const idf = inverseFrequencies(train);
  const positives = Uint8Array.from(train, (line) => (line[feeling] ? 1 : 0));
  const weight = telling(train, feeling, idf);
  const learn = (keep: (bucket: number) => boolean) => {
    const rows = train.map(({ text }) => toRow(text, phrasesOf(text)[feeling], weight, keep));
    return trainSvm(rows, squaredLengths(rows), positives, buckets + 1, {
      cost,
      positive: 1,
      tolerance: 0.1,
      passes: 12,
      random: seededRandom(1),
    });
  };
  const full = learn(() => true);
  const importance = [...idf.keys()]
    .filter((bucket) => full.weights[bucket] !== 0)
    .map((bucket): [number, number] => [
      bucket,
      Math.abs(full.weights[bucket]! * weight[bucket]!) * Math.exp(-0.5 * idf[bucket]!),
    ])
    .sort((a, b) => b[1] - a[1]);
  const chosen = new Set(importance.slice(0, kept[feeling]).map(([bucket]) => bucket));
  const pruned = learn((bucket) => chosen.has(bucket));
  const raw = [...chosen].map((bucket): [number, number] => [
    bucket,
    (pruned.weights[bucket]! * weight[bucket]!) / usual,
  ]);
  const scale = Math.max(...raw.map(([, weight]) => Math.abs(weight)));
  const bytes = raw
    .map(([bucket, weight]): [number, number] => [bucket, compress(weight / scale)])
    .filter(([, weight]) => weight !== 0)
    .sort((a, b) => a[0] - b[0]);
  return {
    weights: packWeights(bytes),
    scale,
    phrases: pruned.weights[buckets]! * phraseScale,
    slope: 1,
    offset: 0,
  };
}

function calibrate(packed: PackedAffect, dev: AffectLine[], feeling: Feeling): PackedAffect {
  const model = unpackAffect(packed);
  const observations = dev.map((line) => ({
    evidence: [affectLogOdds(model, affectFeatures(line.text), phrasesOf(line.text)[feeling])],
    truth: line[feeling],
    weight: 1,
  }));
  const prior = { mean: [2, 0], precision: [1e-3, 1e-3] };
  const [slope, offset] = fitLogistic(observations, prior) as [number, number];
  return { ...packed, slope, offset };
}

/**
 * Inverse frequency times how differently the bucket is spread over the two classes: after the log-count
 * ratios of Wang and Manning ("Baselines and Bigrams", ACL 2012), softened so that no bucket is lost.
 */
function telling(train: AffectLine[], feeling: Feeling, idf: Float32Array): Float32Array {
  const inside = new Float32Array(buckets);
  const outside = new Float32Array(buckets);
  for (const line of train) {
    const { words, runs } = affectFeatures(line.text);
    const counts = line[feeling] ? inside : outside;
    for (const bucket of new Set([...words, ...runs])) counts[bucket]! += 1;
  }
  const positives = train.filter((line) => line[feeling]).length;
  const negatives = train.length - positives;
  return idf.map((value, bucket) => {
    const ratio = Math.log(
      (inside[bucket]! + 1) / (positives + 2) / ((outside[bucket]! + 1) / (negatives + 2)),
    );
    return (value * (0.5 + Math.abs(ratio))) / 1.5;
  });
}

/** As `affectLogOdds` sums them: each block over the square root of its size; the phrases' evidence last. */
function toRow(text: string, phrases: number, weight: Float32Array, keep: (bucket: number) => boolean): Row {
  const { words, runs } = affectFeatures(text);
  const cells = new Map<number, number>();
  for (const block of [words, runs]) {
    for (const bucket of block) {
      if (weight[bucket] === 0 || !keep(bucket)) continue;
      cells.set(
        bucket,
        (cells.get(bucket) ?? 0) +
          ((block === runs ? runWeight : 1) * weight[bucket]!) / usual / Math.sqrt(block.length),
      );
    }
  }
  if (phrases !== 0) cells.set(buckets, phrases * phraseScale);
  return {
    columns: Int32Array.from(cells.keys()),
    values: Float32Array.from(cells.values()),
    known: 1,
    length: 1,
  };
}

/** A usual inverse frequency, so that rows have lengths near 1. */
const usual = 6;
const phraseScale = 0.15;

function source(packed: Record<Feeling, PackedAffect>): string {
  const lines = Object.entries(packed).map(([feeling, model]) => {
    const numbers = Object.entries(model).map(
      ([name, value]) =>
        `    ${name}: ${typeof value === 'string' ? `'${value}'` : Number(value.toPrecision(6))},`,
    );
    return `  ${feeling}: {\n${numbers.join('\n')}\n  },`;
  });
  return `// Weights of the mood model, made by \`npm run bench -- train-mood\`; numbers only. Trained on GoEmotions
// (Demszky et al., ACL 2020, https://github.com/google-research/google-research/tree/master/goemotions, CC BY 4.0).
import type { PackedAffect } from './affect-model.ts';

export const moodWeights: Record<'frustration' | 'confusion', PackedAffect> = {
${lines.join('\n')}
};
`;
}
