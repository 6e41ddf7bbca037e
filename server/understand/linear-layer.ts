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
  // Four columns at a time, added up in their order: the sums are written a quarter as often, and are the same.
  let j = 0;
  for (; j + 3 < columns.length; j += 4) {
    const [a, b, c, d] = [values[j]!, values[j + 1]!, values[j + 2]!, values[j + 3]!];
    const atA = columns[j]! * classes;
    const atB = columns[j + 1]! * classes;
    const atC = columns[j + 2]! * classes;
    const atD = columns[j + 3]! * classes;
    for (let k = 0; k < classes; k += 1)
      sums[k] =
        sums[k]! +
        a * weights[atA + k]! +
        b * weights[atB + k]! +
        c * weights[atC + k]! +
        d * weights[atD + k]!;
  }
  for (; j < columns.length; j += 1) {
    const value = values[j]!;
    const start = columns[j]! * classes;
    for (let k = 0; k < classes; k += 1) sums[k]! += value * weights[start + k]!;
  }
  for (let k = 0; k < classes; k += 1) sums[k] = sums[k]! * scale[k]! + bias[k]!;
  return sums;
}
