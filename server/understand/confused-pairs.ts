// Which intents of a site are taken for one another, and by which phrases: a part of the assessment.
import type { CheckedPhrase } from './assess.ts';

export interface ConfusedPair {
  /** The two intents, in alphabetical order. */
  pair: [string, string];
  /** The phrases of either that were read as the other, most confident first. */
  phrases: CheckedPhrase[];
}

/** `wrong`: phrases read as another intent than their own. Most confused first. */
export function confusedPairs(wrong: CheckedPhrase[]): ConfusedPair[] {
  const pairs = new Map<string, ConfusedPair>();
  for (const phrase of wrong) {
    const pair = [phrase.intent, phrase.takenFor].sort() as [string, string];
    const key = pair.join('\n');
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, { pair, phrases: [phrase] });
    else known.phrases.push(phrase);
  }
  for (const { phrases } of pairs.values()) phrases.sort((a, b) => b.confidence - a.confidence);
  return [...pairs.values()].sort((a, b) => b.phrases.length - a.phrases.length);
}
