// What a feature space knows of single words, kept from message to message: customers say the same few thousand
// words over and over, and cutting each into its n-grams anew is most of the cost of reading.
import { madeOnce } from '../../shared/made-once.ts';
import { ofWord, opensPhrase } from './concepts.ts';
import { characterMark, conceptMark, type FeatureSpace } from './feature-space.ts';
import { characterRuns } from './features.ts';

export interface KnownWord {
  /** Number of the word itself. */
  word: number;
  /** Words that training saw right behind it, and the columns of these pairs. */
  before: ReadonlyMap<string, number> | undefined;
  /** Numbers of its character runs, repetitions included, in the order of the word. */
  runs: Int32Array;
  ideas: readonly number[];
  /** Whether a phrase of the thesaurus begins with it. */
  opens: boolean;
}

/**
 * Numbers for n-grams: below `space.idf.length` they are columns, from there on they stand for n-grams that
 * training never saw.
 */
export interface WordColumns {
  words: Map<string, KnownWord>;
  unseen: Map<string, number>;
  ideas: Map<number, number>;
}

/** Words; a memory that reaches this is begun anew. */
const most = 10_000;
const mostUnseen = 60_000;

const bySpace = new WeakMap<FeatureSpace, WordColumns>();

export function wordColumns(space: FeatureSpace): WordColumns {
  const known = bySpace.get(space);
  if (known !== undefined && known.words.size < most && known.unseen.size < mostUnseen) return known;
  const made: WordColumns = { words: new Map(), unseen: new Map(), ideas: new Map() };
  bySpace.set(space, made);
  return made;
}

export function knownWord(space: FeatureSpace, memory: WordColumns, word: string): KnownWord {
  const known = memory.words.get(word);
  if (known !== undefined) return known;
  const made: KnownWord = {
    word: numberOf(space, memory, word),
    before: pairsOf(space).get(word),
    runs: Int32Array.from(characterRuns(word), (run) => numberOf(space, memory, characterMark + run)),
    ideas: ofWord(space.concepts, word),
    opens: opensPhrase(space.concepts, word),
  };
  memory.words.set(word, made);
  return made;
}

/** First word → second word → column of the pair. */
const pairsOf = madeOnce(({ columns }: FeatureSpace) => {
  const pairs = new Map<string, Map<string, number>>();
  for (const [gram, column] of columns) {
    const [first, second] = gram.split(' ');
    if (second === undefined || gram.startsWith(characterMark)) continue;
    const known = pairs.get(first!);
    if (known === undefined) pairs.set(first!, new Map([[second, column]]));
    else known.set(second, column);
  }
  return pairs;
});

export function ideaColumn(space: FeatureSpace, memory: WordColumns, idea: number): number {
  const known = memory.ideas.get(idea);
  if (known !== undefined) return known;
  const made = numberOf(space, memory, conceptMark + String(idea));
  memory.ideas.set(idea, made);
  return made;
}

function numberOf(space: FeatureSpace, { unseen }: WordColumns, gram: string): number {
  const column = space.columns.get(gram);
  if (column !== undefined) return column;
  const known = unseen.get(gram);
  if (known !== undefined) return known;
  const made = space.idf.length + unseen.size;
  unseen.set(gram, made);
  return made;
}
