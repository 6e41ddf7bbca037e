// The columns of the intent model: which n-grams were seen in training, how rare each is, and how a text
// becomes a sparse vector over them. Used alike in training and in reading.
import type { Concepts } from './concepts.ts';
import type { Grams } from './features.ts';

/** A sparse vector; `columns` and `values` run in parallel. Each block has its own length, see `vectorOf`. */
export interface SparseVector {
  columns: Int32Array;
  values: Float32Array;
  /** Number of tokens. */
  length: number;
}

export interface FeatureSpace {
  /** The site's own words for the same thing, and what they make with the thesaurus. */
  vocabulary: Record<string, string[]>;
  concepts: Concepts;
  /** N-gram → column; those of characters, and ideas, carry a mark that no word can contain. */
  columns: Map<string, number>;
  /** Inverse document frequency by column. */
  idf: Float32Array;
  /** That of an n-gram never seen in training. */
  unseenIdf: number;
}

/** The Euclidean length of each block of a text whose every n-gram is known. */
export const blockWeights = { words: 1, characters: 1.25, concepts: 1 } as const;
/** The squared length of a text whose every n-gram is known and that has an idea. */
export const squaredReach =
  blockWeights.words ** 2 + blockWeights.characters ** 2 + blockWeights.concepts ** 2;

/** What stands before an n-gram of characters, and before an idea, in `columns`. */
export const characterMark = '\t';
export const conceptMark = '\n';

/**
 * Counts in how many of the texts each n-gram occurs. idf = ln((1 + n) / (1 + df)) + 1, smoothed. What only a
 * single background text has (those after the first `phrases`) gets no column: it would double the model and
 * says no more than any unknown word.
 */
export function buildFeatureSpace(
  texts: Grams[],
  phrases: number,
  concepts: Concepts,
  vocabulary: Record<string, string[]> = {},
): FeatureSpace {
  const frequency = new Map<string, number>();
  const seen = (gram: string) => frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  // A Map keeps the order of arrival, so the first `own` n-grams are those of the phrases.
  let own = texts.length > phrases ? 0 : Number.POSITIVE_INFINITY;
  for (const [at, text] of texts.entries()) {
    if (at === phrases) own = frequency.size;
    for (const word of text.words.keys()) seen(word);
    for (const run of text.characters.keys()) seen(characterMark + run);
    for (const idea of text.concepts.keys()) seen(conceptMark + idea);
  }
  const columns = new Map<string, number>();
  const idf: number[] = [];
  let order = 0;
  for (const [gram, df] of frequency) {
    order += 1;
    if (order > own && df === 1) continue;
    columns.set(gram, idf.length);
    idf.push(Math.log((1 + texts.length) / (1 + df)) + 1);
  }
  return {
    vocabulary,
    concepts,
    columns,
    idf: Float32Array.from(idf),
    unseenIdf: Math.log(1 + texts.length) + 1,
  };
}

/**
 * tf-idf with tf = 1 + ln(count); each block is scaled to its weight as its Euclidean length. N-grams that
 * were never seen count towards that length: a text full of unknown words is a short vector, hence a doubt.
 */
export function vectorOf(space: FeatureSpace, { tokens, words, characters, concepts }: Grams): SparseVector {
  const columns = new Int32Array(words.size + characters.size + concepts.size);
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
  block(words, '', blockWeights.words);
  block(characters, characterMark, blockWeights.characters);
  block(concepts, conceptMark, blockWeights.concepts);
  return {
    columns: columns.subarray(0, filled),
    values: values.subarray(0, filled),
    length: tokens.length,
  };
}
