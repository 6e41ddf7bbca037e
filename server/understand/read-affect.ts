// What the words of one message say of frustration and confusion.
import { frustrationLexicon } from './mood-lexicon.ts';
import { plainWords } from './plain-words.ts';

/** Probabilities 0..1. */
export function readAffect(text: string): { frustration: number; confusion: number } {
  const { frustration, confusion } = frustrationLexicon(plainWords(text).replace(/ ?\?/g, ''));
  return { frustration: sigmoid(-2.5 + frustration), confusion: sigmoid(-2.5 + confusion) };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
