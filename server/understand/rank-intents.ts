// Reads one message with a trained model: which intents it may mean, how sure that is, and how likely none.
import type { RankedIntent } from '../../shared/understanding.ts';
import { probability } from './calibrate.ts';
import { bestTwo, evidenceOf, nearest } from './evidence.ts';
import type { IntentModel } from './intent-model.ts';
import { keepBest } from './keep-best.ts';
import { margins } from './linear-layer.ts';
import { vectorize } from './vectorize.ts';

export interface IntentReading {
  /** Best first, at most five. */
  intents: RankedIntent[];
  /** 0..1 */
  outOfScope: number;
}

const most = 5;
/** How fast the runners-up lose their part of what the best reading leaves, by margin. */
const steepness = 3;

/** Far beyond what rounding does to a confidence. */
const hair = 1e-6;

/**
 * Only intents in `allowed` (ids; absent: all) compete and are named. A text without a word, number or emoji,
 * or a model without intents, reads as nothing: no intents, out of scope 1. So does, where only a confidence of
 * `atLeast` is of use, a text that cannot reach it, however near a phrase it may be: to find the nearest is dear.
 */
export function rankIntents(
  model: IntentModel,
  text: string,
  { allowed, atLeast = 0 }: { allowed?: Set<string>; atLeast?: number } = {},
): IntentReading {
  const { intents, space, layer, phrases, calibration } = model;
  const vector = vectorize(space, text);
  const scores = margins(layer, vector);
  const open = allowed && ((intent: number) => allowed.has(intents[intent]!));
  const two = bestTwo(scores, intents.length, open);
  if (two.first < 0 || vector.length === 0) return { intents: [], outOfScope: 1 };
  const reach = (likeness: number) =>
    probability(calibration.confidence, evidenceOf(scores, two, likeness)) + hair;
  if (atLeast > 0 && Math.max(reach(0), reach(1)) < atLeast) return { intents: [], outOfScope: 1 };
  const likeness = nearest(vector, phrases[two.first]!.vectors, space.idf.length);
  const evidence = evidenceOf(scores, two, likeness);
  const confidence = probability(calibration.confidence, evidence);
  const outOfScope = probability(calibration.outOfScope, evidence);
  const ranked = bestOf(scores, intents.length, open);
  const shares = ranked.map((intent) => Math.exp(steepness * (scores[intent]! - scores[two.first]!)));
  const runnersUp = shares.reduce((sum, share) => sum + share, -1);
  // What is left after the best reading and after "none" is the runners-up's; none of them passes the best.
  const rest = Math.max(0, 1 - confidence - outOfScope);
  return {
    intents: ranked.map((intent, place) => ({
      id: intents[intent]!,
      confidence: place === 0 ? confidence : Math.min(confidence, (rest * shares[place]!) / runnersUp),
    })),
    outOfScope,
  };
}

/** The best few by margin, best first; of equal ones the earlier. */
function bestOf(scores: Float64Array, intents: number, open?: (intent: number) => boolean): number[] {
  const best: number[] = [];
  const worth = (intent: number) => scores[intent]!;
  for (let intent = 0; intent < intents; intent += 1)
    if (open === undefined || open(intent)) keepBest(best, intent, worth, most);
  return best;
}
