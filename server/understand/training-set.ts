// The phrases of a site and the background as rows of numbers: what training, calibration and the assessment
// of a site work on.
import { compileConcepts } from './concepts.ts';
import { buildFeatureSpace, type FeatureSpace, type SparseVector, vectorOf } from './feature-space.ts';
import { grams } from './features.ts';
import type { LayerOptions } from './linear-layer.ts';
import { offTopic } from './off-topic.ts';

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

export interface TrainingSet {
  intents: string[];
  /** The examples, each once, then the background that was kept. */
  texts: string[];
  rows: SparseVector[];
  /** Place in `intents` by row; `intents.length` for the background. */
  labels: Int32Array;
  space: FeatureSpace;
}

/** Of the model that serves. */
export const layerOptions = (seed: number): LayerOptions => ({
  cost: 0.5,
  positive: 3,
  tolerance: 0.1,
  seed,
});

/** Of the models that are only asked about the background and about what was held out. */
export const roughOptions = (seed: number): LayerOptions => ({ ...layerOptions(seed), tolerance: 0.3 });

/** A phrase given twice for one intent counts once; a background sentence that is one of the phrases, never. */
export function trainingSet(input: TrainingInput): TrainingSet {
  const intents = [...new Set(input.examples.map(({ intent }) => intent))];
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const examples = [...new Map(input.examples.map((example) => [key(example), example])).values()];
  const own = new Set(examples.map(({ text }) => text.toLowerCase()));
  const others = [...new Set(input.background)].filter((text) => !own.has(text.toLowerCase()));
  const texts = [...examples.map(({ text }) => text), ...others];
  const concepts = compileConcepts(input.vocabulary);
  const bags = texts.map((text) => grams(text, concepts));
  const space = buildFeatureSpace(bags, examples.length, concepts, input.vocabulary);
  const rows = bags.map((bag) => vectorOf(space, bag));
  const labels = Int32Array.from(
    texts.keys(),
    (row) => places.get(examples[row]?.intent ?? '') ?? intents.length,
  );
  const kept = offTopic(rows, labels, intents.length, space.idf.length, roughOptions(input.seed));
  return {
    intents,
    texts: kept.map((row) => texts[row]!),
    rows: kept.map((row) => rows[row]!),
    labels: Int32Array.from(kept, (row) => labels[row]!),
    space,
  };
}

const key = ({ intent, text }: IntentExample) => `${intent}\n${text.trim().toLowerCase()}`;
