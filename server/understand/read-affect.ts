// What the words of one message say of frustration and confusion: weighed n-grams for general talk, phrases for
// the talk of service.
import { affectFeatures } from './affect-features.ts';
import { type AffectModel, affectLogOdds, unpackAffect } from './affect-model.ts';
import { moodPhrases } from './mood-lexicon.ts';
import { moodWeights } from './mood-weights.ts';
import { type SaidFeelings, saidFeelings } from './said-feelings.ts';

let models: { frustration: AffectModel; confusion: AffectModel } | undefined;

/** Natural log odds; the phrases count once more beside the model, which met few of them in general talk. */
export function readAffect(text: string): { frustration: number; confusion: number } {
  models ??= {
    frustration: unpackAffect(moodWeights.frustration),
    confusion: unpackAffect(moodWeights.confusion),
  };
  const features = affectFeatures(text);
  const said = saidFeelings(text);
  const phrases = moodPhrases(said.rest);
  const frustration =
    affectLogOdds(models.frustration, features, phrases.frustration) + serviceTalk * phrases.complaint;
  return {
    frustration: weighSaid(frustration, said, phrases.frustration),
    confusion: affectLogOdds(models.confusion, features, phrases.confusion) + serviceTalk * phrases.confusion,
  };
}

/** Further log odds for each of those of a phrase that only service talk has. */
const serviceTalk = 0.9;

/** Log odds that a text may reach whose only angry words are not the customer's own. */
const calm = -2.2;
/** Evidence of phrases from which a text is more than its look-alikes. */
const more = 1.5;

/** What is said outright is believed, either way. */
function weighSaid(logOdds: number, { angry, lookAlike }: SaidFeelings, phrases: number): number {
  if (angry !== undefined) return Math.max(logOdds, angry);
  return lookAlike && phrases < more ? Math.min(logOdds, calm) : logOdds;
}
