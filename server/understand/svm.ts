// The learner under the intent model: one linear classifier that tells one intent from all the rest.
import type { SparseVector } from './feature-space.ts';
import { shuffle } from './seeded-random.ts';

export interface SvmOptions {
  /** Cost of a violated margin. */
  cost: number;
  /** Further factor on the cost of positive rows. */
  positive: number;
  /** Stop when the projected gradients of a pass span less than this. */
  tolerance: number;
  passes: number;
  random: () => number;
}

/** `weights` by column, and the bias. */
export interface LinearModel {
  weights: Float64Array;
  bias: number;
}

/** The squared length of each row with the constant that carries the bias; the same for every class. */
export function squaredLengths(rows: SparseVector[]): Float64Array {
  return Float64Array.from(rows, ({ values }) => {
    let sum = 1;
    for (let i = 0; i < values.length; i += 1) sum += values[i]! * values[i]!;
    return sum;
  });
}

/**
 * Linear SVM with squared hinge loss, by dual coordinate descent with shrinking: Hsieh, Chang, Lin, Keerthi
 * and Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithms 1, 3.
 * `positives[i]` is 1 when row i belongs to the class.
 */
export function trainSvm(
  rows: SparseVector[],
  squares: Float64Array,
  positives: Uint8Array,
  columnCount: number,
  options: SvmOptions,
): LinearModel {
  const weights = new Float64Array(columnCount);
  let bias = 0;
  const alpha = new Float64Array(rows.length);
  const order = Int32Array.from(rows.keys());
  const diagonal = [1 / (2 * options.cost), 1 / (2 * options.cost * options.positive)];
  let active = rows.length;
  let ceiling = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < options.passes; pass += 1) {
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    shuffle(order.subarray(0, active), options.random);
    for (let s = 0; s < active; s += 1) {
      const i = order[s]!;
      const { columns, values } = rows[i]!;
      const positive = positives[i]!;
      const sign = positive === 1 ? 1 : -1;
      let score = bias;
      for (let j = 0; j < columns.length; j += 1) score += weights[columns[j]!]! * values[j]!;
      const old = alpha[i]!;
      const gradient = sign * score - 1 + diagonal[positive]! * old;
      if (old === 0 && gradient > ceiling) {
        active -= 1;
        order[s] = order[active]!;
        order[active] = i;
        s -= 1;
        continue;
      }
      const projected = old === 0 ? Math.min(gradient, 0) : gradient;
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(old - gradient / (squares[i]! + diagonal[positive]!), 0);
      const step = (next - old) * sign;
      alpha[i] = next;
      bias += step;
      for (let j = 0; j < columns.length; j += 1) weights[columns[j]!]! += step * values[j]!;
    }
    if (highest - lowest <= options.tolerance) {
      if (active === rows.length) break;
      active = rows.length;
      ceiling = Number.POSITIVE_INFINITY;
    } else {
      ceiling = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
    }
  }
  return { weights, bias };
}
