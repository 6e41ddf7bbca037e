// Readings of texts that the model did not see, the raw matter of calibration: in each round a fifth of the
// phrases, of the intents and of the background is held out, and the rest is trained on.
import { bestTwo, evidenceOf } from './evidence.ts';
import type { SparseVector } from './feature-space.ts';
import { fitLinearLayer, type LayerOptions, margins, none } from './linear-layer.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface HeldOutReading {
  row: number;
  /** The best reading, an intent of the whole site. */
  best: number;
  evidence: number[];
  /** Whether the true intent was among those trained on in this round. */
  inScope: boolean;
  right: boolean;
}

export const rounds = 5;

/** Reads each phrase once while held out alone, and once in the round that holds out its whole intent. */
export function readHeldOut(
  rows: SparseVector[],
  labels: Int32Array,
  intents: number,
  columns: number,
  options: LayerOptions,
): HeldOutReading[] {
  const random = seededRandom(options.seed);
  const intentFold = folds(intents, random);
  const phraseFold = stratifiedFolds(labels, intents, random);
  const readings: HeldOutReading[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const kept = new Int32Array(intents).fill(none);
    const original: number[] = [];
    for (let intent = 0; intent < intents; intent += 1) {
      if (intentFold[intent] === round && intents > 2) continue;
      kept[intent] = original.length;
      original.push(intent);
    }
    const known = (row: number) => labels[row] === none || kept[labels[row]!] !== none;
    const train = [...rows.keys()].filter((row) => phraseFold[row] !== round && known(row));
    const layer = fitLinearLayer(
      train.map((row) => rows[row]!),
      Int32Array.from(train, (row) => (labels[row] === none ? none : kept[labels[row]!]!)),
      original.length,
      columns,
      options,
    );
    for (const [row, vector] of rows.entries()) {
      if (phraseFold[row] !== round && known(row)) continue;
      const scores = margins(layer, vector);
      const [first, second] = bestTwo(scores);
      if (first < 0) continue;
      const inScope = labels[row] !== none && kept[labels[row]!] !== none;
      const best = original[first]!;
      readings.push({
        row,
        best,
        evidence: evidenceOf(scores, first, second, vector),
        inScope,
        right: best === labels[row],
      });
    }
  }
  return readings;
}

function folds(count: number, random: () => number): Int32Array {
  const order = shuffle(
    Int32Array.from({ length: count }, (_, i) => i),
    random,
  );
  const fold = new Int32Array(count);
  for (const [place, i] of order.entries()) fold[i] = place % rounds;
  return fold;
}

/** Folds of rows so that each intent, and the background, is spread evenly over them. */
function stratifiedFolds(labels: Int32Array, intents: number, random: () => number): Int32Array {
  const fold = new Int32Array(labels.length);
  let offset = 0;
  for (let label = none; label < intents; label += 1) {
    const members = shuffle(
      Int32Array.from(labels.keys()).filter((row) => labels[row] === label),
      random,
    );
    for (const [place, row] of members.entries()) fold[row] = (place + offset) % rounds;
    offset += members.length;
  }
  return fold;
}
