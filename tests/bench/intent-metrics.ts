// The measures of the intent benches, over readings of a labelled test: what customers would have seen.

export interface Graded {
  /** Null: none of the intents fits (out of scope). */
  label: string | null;
  /** Best first. */
  choices: { id: string; confidence: number }[];
  /** 0..1 */
  outOfScope: number;
}

/** An intent is taken at once from here on (rule C1's default). */
const autoThreshold = 0.75;
/** So many choices a clarification offers. */
const offered = 3;
const bins = 15;
/** The assumed share of out-of-scope messages for the calibration error. */
const outOfScopeShare = 0.25;

export interface IntentMeasures {
  accuracy: number;
  oosAuroc: number | null;
  oosRecall: number | null;
  ece: number;
  autoAnswered: number;
  errorWhenAuto: number;
  rightInChoices: number | null;
  resolved: number;
  oosAutoAnswered: number | null;
}

/**
 * Accuracy, autoAnswered, errorWhenAuto, rightInChoices (of those asked about) and resolved are shares of what
 * is in scope; resolved = taken at once and right, or asked about with the right intent among three choices.
 * `oosThreshold`: the in-scope score (1 - outOfScope) below which a message counts as out of scope; absent, it
 * is read off the test, see `oosRecallAt`.
 */
export function intentMeasures(readings: Graded[], oosThreshold?: number): IntentMeasures {
  const inside = readings.filter(({ label }) => label !== null);
  const outside = readings.filter(({ label }) => label === null);
  const right = inside.filter((reading) => reading.choices[0]?.id === reading.label);
  const auto = inside.filter((reading) => certainty(reading) >= autoThreshold);
  const autoRight = auto.filter((reading) => reading.choices[0]?.id === reading.label).length;
  const asked = inside.filter((reading) => certainty(reading) < autoThreshold);
  const inChoices = asked.filter((reading) =>
    reading.choices.slice(0, offered).some(({ id }) => id === reading.label),
  );
  const score = (reading: Graded) => 1 - reading.outOfScope;
  return {
    accuracy: right.length / inside.length,
    oosAuroc: outside.length === 0 ? null : auroc(inside.map(score), outside.map(score)),
    oosRecall:
      outside.length === 0
        ? null
        : oosThreshold === undefined
          ? oosRecallAt(inside, outside)
          : outside.filter((reading) => score(reading) < oosThreshold).length / outside.length,
    ece: calibrationError(inside, outside),
    autoAnswered: auto.length / inside.length,
    errorWhenAuto: auto.length === 0 ? 0 : 1 - autoRight / auto.length,
    rightInChoices: asked.length === 0 ? null : inChoices.length / asked.length,
    resolved: (autoRight + inChoices.length) / inside.length,
    oosAutoAnswered:
      outside.length === 0
        ? null
        : outside.filter((reading) => certainty(reading) >= autoThreshold).length / outside.length,
  };
}

const certainty = (reading: Graded) => reading.choices[0]?.confidence ?? 0;

/**
 * Share of out-of-scope messages found at the strictest threshold on the in-scope score that keeps in-scope
 * accuracy (right, and not called out of scope) at .92 or more; where accuracy alone is below .92 / .99, at the
 * one that keeps 99 % of it.
 */
function oosRecallAt(inside: Graded[], outside: Graded[]): number {
  const right = inside
    .filter((reading) => reading.choices[0]?.id === reading.label)
    .map((r) => 1 - r.outOfScope);
  right.sort((a, b) => b - a);
  const wanted = Math.ceil(Math.min(0.92 * inside.length, 0.99 * right.length));
  const threshold = right[wanted - 1] ?? 0;
  return outside.filter((reading) => 1 - reading.outOfScope < threshold).length / outside.length;
}

/**
 * The threshold on the in-scope score with the best overall accuracy on validation readings (right and above,
 * or out of scope and below), their out-of-scope part weighted to `oosPerInScope` (Larson et al. 2019).
 */
export function chooseOosThreshold(validation: Graded[], oosPerInScope: number): number {
  const outside = validation.filter(({ label }) => label === null);
  const inside = validation.filter(({ label }) => label !== null);
  const weight = (inside.length * oosPerInScope) / Math.max(outside.length, 1);
  const points = validation
    .map((reading) => ({
      score: 1 - reading.outOfScope,
      gain: reading.label === null ? weight : reading.choices[0]?.id === reading.label ? -1 : 0,
    }))
    .sort((a, b) => a.score - b.score);
  let best = { threshold: points[0]?.score ?? 0, total: 0 };
  let total = 0;
  for (const [i, point] of points.entries()) {
    total += point.gain;
    const next = points[i + 1]?.score;
    if (next !== undefined && next > point.score && total > best.total) best = { threshold: next, total };
  }
  return best.threshold;
}

/** Area under the ROC curve: how often a message in scope scores above one that is not; ties count half. */
export function auroc(positive: number[], negative: number[]): number {
  const all = [
    ...positive.map((score) => ({ score, in: 1 })),
    ...negative.map((score) => ({ score, in: 0 })),
  ];
  all.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]!.score === all[i]!.score) j += 1;
    const rank = (i + j + 1) / 2;
    for (let k = i; k < j; k += 1) rankSum += rank * all[k]!.in;
    i = j;
  }
  const n = positive.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negative.length);
}

/** Expected calibration error in 15 equal bins of the best intent's confidence, out of scope being wrong. */
function calibrationError(inside: Graded[], outside: Graded[]): number {
  const weightIn = outside.length === 0 ? 1 / inside.length : (1 - outOfScopeShare) / inside.length;
  const weightOut = outOfScopeShare / Math.max(outside.length, 1);
  const mass = new Float64Array(bins);
  const said = new Float64Array(bins);
  const held = new Float64Array(bins);
  for (const reading of [...inside, ...outside]) {
    const confidence = certainty(reading);
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
    const weight = reading.label === null ? weightOut : weightIn;
    mass[bin]! += weight;
    said[bin]! += weight * confidence;
    if (reading.label !== null && reading.choices[0]?.id === reading.label) held[bin]! += weight;
  }
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) error += Math.abs(said[bin]! - held[bin]!);
  return error;
}
