// The classifiers of all intents side by side: one margin per intent for a vectorised text.
import type { SparseVector } from './feature-space.ts';
import { seededRandom } from './seeded-random.ts';
import { squaredLengths, trainSvm } from './svm.ts';

/** Weights lie column by column, `intents` numbers each, so that reading touches memory in order. */
export interface LinearLayer {
  intents: number;
  weights: Float32Array;
  bias: Float32Array;
}

export interface LayerOptions {
  cost: number;
  positive: number;
  seed: number;
}

/** Label of a row that belongs to no intent: a background sentence. */
export const none = -1;

/** Trains one intent against all the rest for each intent; `labels[i]` is the intent of row i, or `none`. */
export function fitLinearLayer(
  rows: SparseVector[],
  labels: Int32Array,
  intents: number,
  columns: number,
  options: LayerOptions,
): LinearLayer {
  const weights = new Float32Array(columns * intents);
  const bias = new Float32Array(intents);
  const squares = squaredLengths(rows);
  const positives = new Uint8Array(rows.length);
  for (let intent = 0; intent < intents; intent += 1) {
    for (let i = 0; i < rows.length; i += 1) positives[i] = labels[i] === intent ? 1 : 0;
    const fitted = trainSvm(rows, squares, positives, columns, {
      cost: options.cost,
      positive: options.positive,
      tolerance: 0.1,
      passes: 60,
      random: seededRandom(options.seed + intent),
    });
    bias[intent] = fitted.bias;
    for (let column = 0; column < columns; column += 1) {
      const weight = fitted.weights[column]!;
      if (weight !== 0) weights[column * intents + intent] = weight;
    }
  }
  return { intents, weights, bias };
}

/** The margin of every intent. */
export function margins(layer: LinearLayer, { columns, values }: SparseVector): Float64Array {
  const { intents, weights } = layer;
  const sums = Float64Array.from(layer.bias);
  for (let j = 0; j < columns.length; j += 1) {
    const value = values[j]!;
    const start = columns[j]! * intents;
    for (let intent = 0; intent < intents; intent += 1) sums[intent]! += value * weights[start + intent]!;
  }
  return sums;
}
