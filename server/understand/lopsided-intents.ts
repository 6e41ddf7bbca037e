// Intents whose phrases teach less than their number promises: a part of the assessment.
import { normalize } from './normalize.ts';
import { tokenize } from './tokenize.ts';

export interface LopsidedIntent {
  intent: string;
  /** `many`: far more phrases than its neighbours, so it draws messages to itself; `alike`: they open alike. */
  why: 'many' | 'alike';
  /** Phrases it has (`many`), or that open so (`alike`). */
  phrases: number;
  /** With `alike`: the common opening. */
  opening?: string;
}

/** So many times the median is too many. */
const tooMany = 4;
/** An opening is this many words; it is common when it starts more than this part of at least so many phrases. */
const opening = 3;
const commonPart = 0.5;
const enough = 4;

export function lopsidedIntents(phrases: { intent: string; text: string }[]): LopsidedIntent[] {
  const byIntent = new Map<string, string[]>();
  for (const { intent, text } of phrases) byIntent.set(intent, [...(byIntent.get(intent) ?? []), text]);
  const sizes = [...byIntent.values()].map((texts) => texts.length).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return [...byIntent].flatMap(([intent, texts]): LopsidedIntent[] => {
    if (texts.length > tooMany * median) return [{ intent, why: 'many', phrases: texts.length }];
    const counts = new Map<string, number>();
    for (const text of texts) {
      const start = tokenize(normalize(text)).slice(0, opening).join(' ');
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
    const [start, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    if (count < enough || count <= commonPart * texts.length) return [];
    return [{ intent, why: 'alike', phrases: count, opening: start }];
  });
}
