// The classifiers of all intents side by side: one margin per intent for a vectorised text.
import type { SparseVector } from './feature-space.ts';
import { seededRandom } from './seeded-random.ts';
import { squaredLengths, trainSvm } from './svm.ts';

/**
 * Weights lie column by column, `intents` numbers each, so that reading touches memory in order. They are whole
 * steps of their intent's `scale`: half the size, and the same value on disk as in memory.
 */
export interface LinearLayer {
  intents: number;
  weights: Int16Array;
  scale: Float32Array;
  bias: Float32Array;
}

export interface LayerOptions {
  cost: number;
  positive: number;
  seed: number;
}

const steps = 32_000;

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
  const weights = new Int16Array(columns * intents);
  const scale = new Float32Array(intents);
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
    scale[intent] = fitted.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / steps;
    for (let column = 0; column < columns; column += 1) {
      weights[column * intents + intent] = Math.round(fitted.weights[column]! / scale[intent]!);
    }
  }
  return { intents, weights, scale, bias };
}

/** The margin of every intent. */
export function margins(layer: LinearLayer, { columns, values }: SparseVector): Float64Array {
  const { intents, weights, scale, bias } = layer;
  const sums = new Float64Array(intents);
  for (let j = 0; j < columns.length; j += 1) {
    const value = values[j]!;
    const start = columns[j]! * intents;
    for (let intent = 0; intent < intents; intent += 1) sums[intent]! += value * weights[start + intent]!;
  }
  for (let intent = 0; intent < intents; intent += 1)
    sums[intent] = sums[intent]! * scale[intent]! + bias[intent]!;
  return sums;
}
