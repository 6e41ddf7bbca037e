// What the words of one message say of frustration and confusion: weighed n-grams for general talk, phrases for
// the talk of service.
import { affectFeatures } from './affect-features.ts';
import { type AffectModel, affectLogOdds, unpackAffect } from './affect-model.ts';
import { moodPhrases } from './mood-lexicon.ts';
import { moodWeights } from './mood-weights.ts';
import { plainWords } from './plain-words.ts';

let models: { frustration: AffectModel; confusion: AffectModel } | undefined;

/** Natural log odds; the phrases count once more beside the model, which met few of them in general talk. */
export function readAffect(text: string): { frustration: number; confusion: number } {
  models ??= {
    frustration: unpackAffect(moodWeights.frustration),
    confusion: unpackAffect(moodWeights.confusion),
  };
  const features = affectFeatures(text);
  const phrases = moodPhrases(plainWords(text));
  return {
    frustration:
      affectLogOdds(models.frustration, features, phrases.frustration) + serviceTalk * phrases.complaint,
    confusion: affectLogOdds(models.confusion, features, phrases.confusion) + serviceTalk * phrases.confusion,
  };
}

/** Further log odds for each of those of a phrase that only service talk has. */
const serviceTalk = 0.9;
