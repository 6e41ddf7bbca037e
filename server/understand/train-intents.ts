// Trains the intent model of one site from the phrases its owner wrote; everything else is held against them.
import { fitLogistic, type LogisticPrior, type Observation } from './calibrate.ts';
import { bestTwo } from './evidence.ts';
import { buildFeatureSpace, vectorize } from './feature-space.ts';
import { type HeldOutReading, readHeldOut } from './held-out.ts';
import type { IntentModel } from './intent-model.ts';
import { fitLinearLayer, type LayerOptions, margins, none } from './linear-layer.ts';

export interface IntentExample {
  intent: string;
  text: string;
}

export interface TrainingInput {
  examples: IntentExample[];
  /** Sentences about other things; those that the site's own model takes for its own are left out. */
  background: string[];
  /** Words that mean the same here: `{bag: ['luggage']}`. */
  vocabulary?: Record<string, string[]>;
  /** Assumed share (0..1) of messages that are none of the intents. */
  outOfScopeShare: number;
  seed: number;
}

export const confidencePrior: LogisticPrior = { mean: [1.6, 2.4, 0, -0.3], precision: [2, 2, 2, 2] };
export const outOfScopePrior: LogisticPrior = { mean: [-2, -1, 0, -0.5], precision: [2, 2, 2, 2] };

/** A model that answers for the given intents only; equal inputs and seed give equal models. */
export function trainIntents(input: TrainingInput): IntentModel {
  const intents = [...new Set(input.examples.map(({ intent }) => intent))];
  const options: LayerOptions = { cost: 1, positive: 1, seed: input.seed };
  const background = withoutOwnTopics(input, intents, options);
  const texts = [...input.examples.map(({ text }) => text), ...background];
  const space = buildFeatureSpace(texts, input.vocabulary);
  const rows = texts.map((text) => vectorize(space, text));
  const labels = new Int32Array(rows.length).fill(none);
  for (const [row, { intent }] of input.examples.entries()) labels[row] = intents.indexOf(intent);
  const columns = space.idf.length;
  const layer = fitLinearLayer(rows, labels, intents.length, columns, options);
  const readings = readHeldOut(rows, labels, intents.length, columns, options);
  return { intents, space, layer, ...calibrate(readings, input.outOfScopeShare) };
}

function calibrate(readings: HeldOutReading[], share: number) {
  const inside = readings.filter(({ inScope }) => inScope).length;
  const outside = readings.length - inside;
  // The smaller of the two groups sets how much evidence there is; the weights then bring the assumed shares.
  const observe = (truth: (reading: HeldOutReading) => boolean): Observation[] =>
    readings.map((reading) => ({
      evidence: reading.evidence,
      truth: truth(reading),
      weight: reading.inScope ? 1 : (share / (1 - share)) * (inside / Math.max(outside, 1)),
    }));
  return {
    confidence: fitLogistic(
      observe(({ right }) => right),
      confidencePrior,
    ),
    outOfScope: fitLogistic(
      observe(({ inScope }) => !inScope),
      outOfScopePrior,
    ),
  };
}

/** The background without what a model of the phrases alone would accept. */
function withoutOwnTopics(input: TrainingInput, intents: string[], options: LayerOptions): string[] {
  if (intents.length < 2) return input.background;
  const space = buildFeatureSpace(
    input.examples.map(({ text }) => text),
    input.vocabulary,
  );
  const rows = input.examples.map(({ text }) => vectorize(space, text));
  const labels = Int32Array.from(input.examples, ({ intent }) => intents.indexOf(intent));
  const layer = fitLinearLayer(rows, labels, intents.length, space.idf.length, options);
  return input.background.filter((text) => {
    const scores = margins(layer, vectorize(space, text));
    const [first] = bestTwo(scores);
    return scores[first]! < 0;
  });
}
