// The classifiers of all classes side by side: one margin per class for a vectorised text.
import type { SparseVector } from './feature-space.ts';
import { seededRandom } from './seeded-random.ts';
import { squaredLengths, trainSvm } from './svm.ts';

/**
 * Weights lie column by column, `classes` numbers each, so that reading touches memory in order. They are whole
 * steps of their class's `scale`: half the size, and the same value on disk as in memory.
 */
export interface LinearLayer {
  classes: number;
  weights: Int16Array;
  scale: Float32Array;
  bias: Float32Array;
}

export interface LayerOptions {
  cost: number;
  positive: number;
  /** Where the solver stops; larger is rougher and quicker. */
  tolerance: number;
  seed: number;
}

const steps = 32_000;

/**
 * Trains each class against all the rest; `labels[i]` is the class of row i. The last class is "none of these",
 * the background.
 */
export function fitLinearLayer(
  rows: SparseVector[],
  labels: Int32Array,
  classes: number,
  columns: number,
  options: LayerOptions,
): LinearLayer {
  const weights = new Int16Array(columns * classes);
  const scale = new Float32Array(classes);
  const bias = new Float32Array(classes);
  const squares = squaredLengths(rows);
  const positives = new Uint8Array(rows.length);
  for (let k = 0; k < classes; k += 1) {
    for (let i = 0; i < rows.length; i += 1) positives[i] = labels[i] === k ? 1 : 0;
    const fitted = trainSvm(rows, squares, positives, columns, {
      cost: options.cost,
      positive: options.positive,
      tolerance: options.tolerance,
      passes: 60,
      random: seededRandom(options.seed + k),
    });
    bias[k] = fitted.bias;
    scale[k] = fitted.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / steps;
    for (let column = 0; column < columns; column += 1) {
      weights[column * classes + k] = Math.round(fitted.weights[column]! / scale[k]!);
    }
  }
  return { classes, weights, scale, bias };
}

/** The margin of every class. */
export function margins(layer: LinearLayer, { columns, values }: SparseVector): Float64Array {
  const { classes, weights, scale, bias } = layer;
  const sums = new Float64Array(classes);
  for (let j = 0; j < columns.length; j += 1) {
    const value = values[j]!;
    const start = columns[j]! * classes;
    for (let k = 0; k < classes; k += 1) sums[k]! += value * weights[start + k]!;
  }
  for (let k = 0; k < classes; k += 1) sums[k] = sums[k]! * scale[k]! + bias[k]!;
  return sums;
}
