// What a site's confidence threshold would mean in numbers, and which one is cheapest: a part of the assessment.
import type { CheckedPhrase } from './assess.ts';

export interface ThresholdEffect {
  threshold: number;
  /** Of all messages: taken at once and right, taken at once and wrong (out of scope included), asked about. */
  right: number;
  wrong: number;
  asked: number;
}

const grid = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** `outside`: confidences of messages that are none of the intents; `share`: how many of all are such. */
export function thresholdEffects(
  phrases: CheckedPhrase[],
  outside: number[],
  share: number,
): ThresholdEffect[] {
  const inPart = outside.length === 0 ? 1 : 1 - share;
  return grid.map((threshold) => {
    const taken = phrases.filter(({ confidence }) => confidence >= threshold);
    const good = taken.filter(({ intent, takenFor }) => intent === takenFor).length;
    const strangers = outside.filter((confidence) => confidence >= threshold).length;
    const right = (inPart * good) / Math.max(phrases.length, 1);
    const wrong =
      (inPart * (taken.length - good)) / Math.max(phrases.length, 1) +
      ((1 - inPart) * strangers) / Math.max(outside.length, 1);
    return { threshold, right, wrong, asked: 1 - right - wrong };
  });
}

/** The threshold with the least expected cost a message: `costOfWrong` for a wrong action, 1 for a question. */
export function suggestThreshold(effects: ThresholdEffect[], costOfWrong: number): number {
  const cost = ({ wrong, asked }: ThresholdEffect) => costOfWrong * wrong + asked;
  return effects.reduce((best, effect) => (cost(effect) <= cost(best) ? effect : best)).threshold;
}
