// Judges a site's phrases before any customer does: what `handrail check` prints. Every figure comes from
// phrases that the model had not seen when it read them.
import { probability } from './calibrate.ts';
import { type ConfusedPair, confusedPairs } from './confused-pairs.ts';
import { fitCalibration } from './fit-calibration.ts';
import { readHeldOut } from './held-out.ts';
import { type LopsidedIntent, lopsidedIntents } from './lopsided-intents.ts';
import { suggestThreshold, type ThresholdEffect, thresholdEffects } from './threshold-effects.ts';
import { type IntentExample, roughOptions, trainingSet } from './training-set.ts';

export interface AssessOptions {
  seed?: number;
  /** Assumed share (0..1) of messages that are none of the intents; default .25. */
  outOfScopeShare?: number;
  vocabulary?: Record<string, string[]>;
  /** What a wrong action costs, a question being 1; default 10. */
  costOfWrong?: number;
}

/** A phrase read while it was held out. */
export interface CheckedPhrase {
  text: string;
  intent: string;
  /** The best reading. */
  takenFor: string;
  /** 0..1 */
  confidence: number;
}

/** One bar of the calibration plot: messages (as a share of all) whose confidence lay from `from` to below `to`. */
export interface CalibrationBin {
  from: number;
  to: number;
  share: number;
  /** Mean confidence there, and the share that was right. */
  said: number;
  held: number;
}

export interface Assessment {
  intents: number;
  phrases: number;
  outOfScopeShare: number;
  /** Share of held-out phrases whose best reading was their intent. */
  accuracy: number;
  bins: CalibrationBin[];
  /** Mean distance between confidence and truth over the bins (ECE). */
  calibrationError: number;
  confused: ConfusedPair[];
  /** Intents with fewer than eight phrases. */
  thin: { intent: string; phrases: number }[];
  lopsided: LopsidedIntent[];
  /** Phrases that other intents claim with more confidence than is left for their own. */
  misplaced: CheckedPhrase[];
  thresholds: ThresholdEffect[];
  costOfWrong: number;
  suggestedThreshold: number;
}

const fewest = 8;
const binCount = 10;

/** Reads every phrase and every background sentence by five-fold cross-validation; about twice a training. */
export function assess(
  examples: IntentExample[],
  background: string[],
  options: AssessOptions = {},
): Assessment {
  const { seed = 1, outOfScopeShare = 0.25, vocabulary, costOfWrong = 10 } = options;
  const set = trainingSet({ examples, background, vocabulary, outOfScopeShare, seed });
  const { intents, texts, labels } = set;
  const strangers = readHeldOut(set, roughOptions(seed), { intentsToo: true });
  const calibration = fitCalibration(strangers, (row) => labels[row] === intents.length, outOfScopeShare);
  const sure = (evidence: number[]) => probability(calibration.confidence, evidence);
  const phrases: CheckedPhrase[] = readHeldOut(set, roughOptions(seed), { intentsToo: false })
    .filter(({ inScope }) => inScope)
    .map(({ row, best, evidence }) => ({
      text: texts[row]!,
      intent: intents[labels[row]!]!,
      takenFor: intents[best]!,
      confidence: sure(evidence),
    }));
  const outside = strangers.filter(({ inScope }) => !inScope).map(({ evidence }) => sure(evidence));
  const wrong = phrases.filter(({ intent, takenFor }) => intent !== takenFor);
  const bins = calibrationBins(phrases, outside, outOfScopeShare);
  const thresholds = thresholdEffects(phrases, outside, outOfScopeShare);
  const counts = new Map(intents.map((intent) => [intent, 0]));
  for (const { intent } of phrases) counts.set(intent, counts.get(intent)! + 1);
  return {
    intents: intents.length,
    phrases: phrases.length,
    outOfScopeShare,
    accuracy: phrases.length === 0 ? 0 : 1 - wrong.length / phrases.length,
    bins,
    calibrationError: bins.reduce((sum, { share, said, held }) => sum + share * Math.abs(said - held), 0),
    confused: confusedPairs(wrong),
    thin: [...counts].filter(([, n]) => n < fewest).map(([intent, n]) => ({ intent, phrases: n })),
    lopsided: lopsidedIntents(phrases),
    misplaced: wrong
      .filter(({ confidence }) => confidence >= 0.5)
      .sort((a, b) => b.confidence - a.confidence),
    thresholds,
    costOfWrong,
    suggestedThreshold: suggestThreshold(thresholds, costOfWrong),
  };
}

function calibrationBins(phrases: CheckedPhrase[], outside: number[], share: number): CalibrationBin[] {
  const inWeight = (outside.length === 0 ? 1 : 1 - share) / Math.max(phrases.length, 1);
  const outWeight = (phrases.length === 0 ? 1 : share) / Math.max(outside.length, 1);
  const readings = [
    ...phrases.map(({ confidence, intent, takenFor }) => ({
      confidence,
      right: intent === takenFor,
      weight: inWeight,
    })),
    ...outside.map((confidence) => ({ confidence, right: false, weight: outWeight })),
  ];
  return Array.from({ length: binCount }, (_, bin) => {
    const inBin = readings.filter(
      ({ confidence }) => Math.min(binCount - 1, Math.floor(confidence * binCount)) === bin,
    );
    const total = inBin.reduce((sum, { weight }) => sum + weight, 0);
    const mean = (value: (reading: (typeof inBin)[number]) => number) =>
      total === 0 ? 0 : inBin.reduce((sum, reading) => sum + reading.weight * value(reading), 0) / total;
    return {
      from: bin / binCount,
      to: (bin + 1) / binCount,
      share: total,
      said: mean(({ confidence }) => confidence),
      held: mean(({ right }) => (right ? 1 : 0)),
    };
  });
}
