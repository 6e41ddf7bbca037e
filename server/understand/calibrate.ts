// Turns margins into probabilities that mean what they say: logistic regression with a prior, so that a site
// with a handful of phrases leans on what held elsewhere and a site with many on its own record.

/** One reading of a text that the model had not seen: its evidence, and whether the statement was true. */
export interface Observation {
  evidence: number[];
  truth: boolean;
  weight: number;
}

export interface LogisticPrior {
  /** Expected coefficients, the constant last. */
  mean: number[];
  /** How many observations' worth of trust each coefficient's expectation has. */
  precision: number[];
}

/** σ(coefficients · evidence + constant), 0..1. */
export function probability(coefficients: number[], evidence: number[]): number {
  let sum = coefficients[evidence.length]!;
  for (let i = 0; i < evidence.length; i += 1) sum += coefficients[i]! * evidence[i]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Newton steps longer than this (in any coefficient) are cut: separable data would run away. */
const longestStep = 1;

/**
 * Logistic regression by Newton's method under a Gaussian prior (maximum a posteriori). After J. Platt,
 * "Probabilistic Outputs for Support Vector Machines", 1999, with the prior in the place of his smoothed
 * targets. Without observations it returns the prior's mean.
 */
export function fitLogistic(observations: Observation[], prior: LogisticPrior): number[] {
  const size = prior.mean.length;
  const coefficients = [...prior.mean];
  for (let iteration = 0; iteration < 50; iteration += 1) {
    const gradient = prior.mean.map((mean, i) => prior.precision[i]! * (coefficients[i]! - mean));
    const hessian = prior.precision.map((precision, i) =>
      prior.mean.map((_, j) => (i === j ? precision : 0)),
    );
    for (const { evidence, truth, weight } of observations) {
      const p = probability(coefficients, evidence);
      const slope = weight * (p - (truth ? 1 : 0));
      const curve = weight * Math.max(p * (1 - p), 1e-6);
      for (let i = 0; i < size; i += 1) {
        const vi = i < evidence.length ? evidence[i]! : 1;
        gradient[i]! += slope * vi;
        for (let j = 0; j < size; j += 1) {
          hessian[i]![j]! += curve * vi * (j < evidence.length ? evidence[j]! : 1);
        }
      }
    }
    const step = solve(hessian, gradient);
    const cut = Math.min(1, longestStep / Math.max(...step.map(Math.abs), 1e-12));
    for (let i = 0; i < size; i += 1) coefficients[i]! -= cut * step[i]!;
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return coefficients;
}

/** Solves a small symmetric positive definite system by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = right.length;
  for (let i = 0; i < size; i += 1) {
    for (let k = i + 1; k < size; k += 1) {
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j <= size; j += 1) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = rows[i]![size]!;
    for (let j = i + 1; j < size; j += 1) sum -= rows[i]![j]! * solution[j]!;
    solution[i] = sum / rows[i]![i]!;
  }
  return solution;
}
