// Turns a text into the n-grams that the intent model weighs: words and pairs of words, and short runs of
// characters inside each word, which forgive typos and endings; and the ideas that its words stand for.
import { type Concepts, conceptsIn } from './concepts.ts';
import { normalize } from './normalize.ts';
import { tokenize } from './tokenize.ts';

/** A text as bags of n-grams and ideas with their counts. The blocks are weighted and scaled apart. */
export interface Grams {
  tokens: string[];
  words: Map<string, number>;
  characters: Map<string, number>;
  concepts: Map<string, number>;
}

const shortest = 2;
const longest = 4;

/** Word 1- and 2-grams, and character 2- to 4-grams of ` token `. Empty bags for a text without a token. */
export function grams(text: string, known: Concepts): Grams {
  const tokens = tokenize(normalize(text));
  const words = new Map<string, number>();
  const characters = new Map<string, number>();
  for (let i = 0; i < tokens.length; i += 1) {
    const word = tokens[i]!;
    count(words, word);
    if (i > 0) count(words, `${tokens[i - 1]} ${word}`);
    for (const run of characterRuns(word)) count(characters, run);
  }
  const concepts = new Map<string, number>();
  for (const number of conceptsIn(known, tokens)) count(concepts, String(number));
  return { tokens, words, characters, concepts };
}

/** The character 2- to 4-grams of ` word `, repetitions included. */
export function characterRuns(word: string): string[] {
  const padded = ` ${word} `;
  const runs: string[] = [];
  for (let n = shortest; n <= longest; n += 1) {
    for (let at = 0; at + n <= padded.length; at += 1) runs.push(padded.slice(at, at + n));
  }
  return runs;
}

function count(bag: Map<string, number>, gram: string): void {
  bag.set(gram, (bag.get(gram) ?? 0) + 1);
}
