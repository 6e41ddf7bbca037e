// The columns of the intent model: which n-grams were seen in training, how rare each is, and how a text
// becomes a sparse vector over them. Used alike in training and in reading.
import { grams } from './features.ts';

/** A sparse vector; `columns` and `values` run in parallel. Each block has its own length, see `vectorize`. */
export interface SparseVector {
  columns: Int32Array;
  values: Float32Array;
  /** Share (0..1) of the tokens that were seen in training; 0 for a text without tokens. */
  known: number;
  /** Number of tokens. */
  length: number;
}

export interface FeatureSpace {
  /** N-gram → column; character n-grams carry a leading tab, which no word can contain. */
  columns: Map<string, number>;
  /** Inverse document frequency by column. */
  idf: Float32Array;
  /** That of an n-gram never seen in training. */
  unseenIdf: number;
}

export const wordWeight = 1;
export const characterWeight = 1.25;
const mark = '\t';

/** Counts in how many texts each n-gram occurs. idf = ln((1 + n) / (1 + df)) + 1, smoothed. */
export function buildFeatureSpace(texts: string[]): FeatureSpace {
  const frequency = new Map<string, number>();
  const seen = (gram: string) => frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  for (const text of texts) {
    const { words, characters } = grams(text);
    for (const word of words.keys()) seen(word);
    for (const run of characters.keys()) seen(mark + run);
  }
  const columns = new Map<string, number>();
  const idf = new Float32Array(frequency.size);
  for (const [gram, df] of frequency) {
    idf[columns.size] = Math.log((1 + texts.length) / (1 + df)) + 1;
    columns.set(gram, columns.size);
  }
  return { columns, idf, unseenIdf: Math.log(1 + texts.length) + 1 };
}

/**
 * tf-idf with tf = 1 + ln(count); each block is scaled to its weight as its Euclidean length. N-grams that
 * were never seen count towards that length: a text full of unknown words is a short vector, hence a doubt.
 */
export function vectorize(space: FeatureSpace, text: string): SparseVector {
  const { tokens, words, characters } = grams(text);
  const columns = new Int32Array(words.size + characters.size);
  const values = new Float32Array(columns.length);
  let filled = 0;
  const block = (bag: Map<string, number>, prefix: string, weight: number) => {
    const start = filled;
    let squares = 0;
    for (const [gram, count] of bag) {
      const column = space.columns.get(prefix + gram);
      const value = (1 + Math.log(count)) * (column === undefined ? space.unseenIdf : space.idf[column]!);
      squares += value * value;
      if (column === undefined) continue;
      columns[filled] = column;
      values[filled] = value;
      filled += 1;
    }
    const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
    for (let i = start; i < filled; i += 1) values[i]! *= scale;
  };
  block(words, '', wordWeight);
  block(characters, mark, characterWeight);
  let known = 0;
  for (const token of tokens) if (space.columns.has(token)) known += 1;
  return {
    columns: columns.subarray(0, filled),
    values: values.subarray(0, filled),
    known: tokens.length === 0 ? 0 : known / tokens.length,
    length: tokens.length,
  };
}
