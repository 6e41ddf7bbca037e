// The vector of a message: the same numbers as `vectorOf` gives for its bags, without building them.
import { phrasesFrom } from './concepts.ts';
import { blockWeights, type FeatureSpace, type SparseVector } from './feature-space.ts';
import { normalize } from './normalize.ts';
import { tokenize } from './tokenize.ts';
import { ideaColumn, type KnownWord, knownWord, wordColumns } from './word-columns.ts';

/** How often a text has each n-gram, by its number: all zero between calls, since a map of them costs far more. */
let times: Uint32Array = new Uint32Array(1 << 16);

/** See `vectorOf` for the weights. */
export function vectorize(space: FeatureSpace, text: string): SparseVector {
  const tokens = tokenize(normalize(text));
  const memory = wordColumns(space);
  const words: number[] = [];
  const runs: number[] = [];
  const ideas: number[] = [];
  // Pairs of words that training never saw have numbers in this text alone, below zero: there is no end of them.
  const often: number[] = [];
  /** The place in `often` of the pair that ends at a token. */
  const strange: number[] = [];
  let last: KnownWord | undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const known = knownWord(space, memory, token);
    count(words, known.word);
    if (last !== undefined) {
      const column = last.before?.get(token);
      if (column !== undefined) count(words, column);
      else {
        const before = times[known.word]! > 1 ? pairBefore(tokens, i) : 0;
        strange[i] = before > 0 ? strange[before]! : often.push(0) - 1;
        if (before === 0) words.push(~strange[i]!);
        often[strange[i]!]! += 1;
      }
    }
    last = known;
    for (let at = 0; at < known.runs.length; at += 1) count(runs, known.runs[at]!);
    for (const idea of known.ideas) count(ideas, ideaColumn(space, memory, idea));
    if (!known.opens) continue;
    for (const idea of phrasesFrom(space.concepts, tokens, i)) count(ideas, ideaColumn(space, memory, idea));
  }
  const length = seenIn(space, words) + seenIn(space, runs) + seenIn(space, ideas);
  const columns = new Int32Array(length);
  const values = new Float32Array(length);
  let filled = addBlock(space, words, blockWeights.words, columns, values, 0, often);
  filled = addBlock(space, runs, blockWeights.characters, columns, values, filled);
  addBlock(space, ideas, blockWeights.concepts, columns, values, filled);
  return { columns, values, length: tokens.length };
}

/** Where the pair of words that ends at `i` ended before; 0 where it did not. */
function pairBefore(tokens: string[], i: number): number {
  for (let at = i - 1; at > 0; at -= 1)
    if (tokens[at] === tokens[i] && tokens[at - 1] === tokens[i - 1]) return at;
  return 0;
}

/** How many of the n-grams have a column. */
function seenIn({ idf }: FeatureSpace, bag: number[]): number {
  let seen = 0;
  for (const number of bag) if (number >= 0 && number < idf.length) seen += 1;
  return seen;
}

/** `bag`: the n-grams of a block, each once, as they are met. */
function count(bag: number[], number: number): void {
  if (number >= times.length) times = grown(2 * number);
  if (times[number] === 0) bag.push(number);
  times[number]! += 1;
}

function grown(length: number): Uint32Array {
  const larger = new Uint32Array(length);
  larger.set(times);
  return larger;
}

/** Writes the n-grams that have a column from `start` on, and returns where they end. `strange`: how often each is. */
function addBlock(
  { idf, unseenIdf }: FeatureSpace,
  bag: number[],
  weight: number,
  columns: Int32Array,
  values: Float32Array,
  start: number,
  strange: number[] = [],
): number {
  let filled = start;
  let squares = 0;
  for (const number of bag) {
    const often = number < 0 ? strange[~number]! : times[number]!;
    if (number >= 0) times[number] = 0;
    const seen = number >= 0 && number < idf.length;
    const frequency = often === 1 ? 1 : 1 + Math.log(often);
    const value = frequency * (seen ? idf[number]! : unseenIdf);
    squares += value * value;
    if (!seen) continue;
    columns[filled] = number;
    values[filled] = value;
    filled += 1;
  }
  const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let i = start; i < filled; i += 1) values[i]! *= scale;
  return filled;
}
