// The vector of a message: the same numbers as `vectorOf` gives for its bags, without building them.
import { phrasesFrom } from './concepts.ts';
import { blockWeights, type FeatureSpace, type SparseVector } from './feature-space.ts';
import { normalize } from './normalize.ts';
import { tokenize } from './tokenize.ts';
import { ideaColumn, knownWord, wordColumns } from './word-columns.ts';

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
  const strange = new Map<string, number>();
  const often: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const known = knownWord(space, memory, token);
    count(words, known.word);
    if (i > 0) {
      const pair = `${tokens[i - 1]} ${token}`;
      const column = space.columns.get(pair);
      const place = strange.get(pair);
      if (column !== undefined) count(words, column);
      else if (place !== undefined) often[place]! += 1;
      else {
        words.push(~often.length);
        strange.set(pair, often.push(1) - 1);
      }
    }
    for (let at = 0; at < known.runs.length; at += 1) count(runs, known.runs[at]!);
    for (const idea of known.ideas) count(ideas, ideaColumn(space, memory, idea));
    if (!known.opens) continue;
    for (const idea of phrasesFrom(space.concepts, tokens, i)) count(ideas, ideaColumn(space, memory, idea));
  }
  const seen = seenIn(space, words) + seenIn(space, runs) + seenIn(space, ideas);
  const columns = new Int32Array(seen);
  const values = new Float32Array(seen);
  let filled = addBlock(space, words, blockWeights.words, columns, values, 0, often);
  filled = addBlock(space, runs, blockWeights.characters, columns, values, filled);
  addBlock(space, ideas, blockWeights.concepts, columns, values, filled);
  return { columns, values, length: tokens.length };
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
