// Reads one message with a trained model: which intents it may mean, how sure that is, and how likely none.
import type { RankedIntent } from '../../shared/understanding.ts';
import { probability } from './calibrate.ts';
import { bestTwo, evidenceOf } from './evidence.ts';
import { vectorize } from './feature-space.ts';
import type { IntentModel } from './intent-model.ts';
import { margins } from './linear-layer.ts';

export interface IntentReading {
  /** Best first, at most five. */
  intents: RankedIntent[];
  /** 0..1 */
  outOfScope: number;
}

const most = 5;

/** Only intents in `allowed` (ids; absent: all) compete and are named. */
export function rankIntents(
  model: IntentModel,
  text: string,
  options: { allowed?: Set<string> } = {},
): IntentReading {
  const { allowed } = options;
  const vector = vectorize(model.space, text);
  const scores = margins(model.layer, vector);
  const open = (intent: number) => allowed === undefined || allowed.has(model.intents[intent]!);
  const [first, second] = bestTwo(scores, open);
  if (first < 0 || vector.length === 0) return { intents: [], outOfScope: 1 };
  const evidence = evidenceOf(scores, first, second, vector);
  const outOfScope = probability(model.outOfScope, evidence);
  const ranked = [...scores.keys()]
    .filter(open)
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, most);
  const confidence = probability(model.confidence, evidence);
  const rest = Math.max(0, 1 - confidence);
  const shares = ranked.slice(1).map((intent) => Math.exp(3 * (scores[intent]! - scores[first]!)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return {
    intents: ranked.map((intent, place) => ({
      id: model.intents[intent]!,
      confidence:
        place === 0 ? confidence : Math.min(confidence, (rest * shares[place - 1]!) / Math.max(total, 1)),
    })),
    outOfScope,
  };
}
