// Knows words that mean much the same ("cancel", "call off"), so that a message need not use the very words of
// the owner's phrases. From the project's thesaurus and the site's own vocabulary.
import { madeOnce } from '../../shared/made-once.ts';
import { actions } from './thesaurus/actions.ts';
import { commerce } from './thesaurus/commerce.ts';
import { german } from './thesaurus/german.ts';
import { questionWords } from './thesaurus/question-words.ts';
import { things } from './thesaurus/things.ts';
import { tokenize } from './tokenize.ts';

/** Word, or phrase with spaces, → the numbers of the ideas that it may stand for. */
export type Concepts = Map<string, number[]>;

/** The project's lines of words that mean much the same; a model holds only with the lines it was trained with. */
export function thesaurus(): string[] {
  return [actions, things, questionWords, commerce, german].flat();
}

/** `vocabulary`: a site's words for the same thing, `{bag: ['luggage', 'carry-on']}`. */
export function compileConcepts(vocabulary: Record<string, string[]> = {}): Concepts {
  const concepts: Concepts = new Map();
  const groups = [
    ...thesaurus().map((line) => line.split(' ').map((term) => term.replaceAll('_', ' '))),
    ...Object.entries(vocabulary).map(([word, others]) => [word, ...others]),
  ];
  for (const [number, terms] of groups.entries()) {
    for (const term of terms) {
      const key = tokenize(term.toLowerCase()).join(' ');
      const known = concepts.get(key);
      if (known === undefined) concepts.set(key, [number]);
      else if (!known.includes(number)) known.push(number);
    }
  }
  return concepts;
}

const longestPhrase = 3;

/** The ideas in a text, with repetition: those of each word, whatever its ending, and of each phrase. */
export function conceptsIn(concepts: Concepts, tokens: string[]): number[] {
  const found: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    found.push(...ofWord(concepts, tokens[i]!));
    if (opensPhrase(concepts, tokens[i]!)) found.push(...phrasesFrom(concepts, tokens, i));
  }
  return found;
}

/** The ideas of the phrases of several words that begin at `start`. */
export function phrasesFrom(concepts: Concepts, tokens: string[], start: number): number[] {
  const found: number[] = [];
  let phrase = tokens[start]!;
  for (let n = 1; n < longestPhrase && start + n < tokens.length; n += 1) {
    phrase += ` ${tokens[start + n]}`;
    const numbers = concepts.get(phrase);
    if (numbers !== undefined) found.push(...numbers);
  }
  return found;
}

const openings = madeOnce(
  (concepts: Concepts) =>
    new Set([...concepts.keys()].filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]!)),
);

/** Whether any phrase of several words begins with the word. */
export function opensPhrase(concepts: Concepts, word: string): boolean {
  return openings(concepts).has(word);
}

const nothing: number[] = [];

/** The ideas of a word, whatever its ending. */
export function ofWord(concepts: Concepts, word: string): number[] {
  const exact = concepts.get(word);
  if (exact !== undefined || word.length < 4) return exact ?? nothing;
  for (const stem of stems(word)) {
    const numbers = concepts.get(stem);
    if (numbers !== undefined) return numbers;
  }
  return nothing;
}

/** What an English word may be an inflection of, most careful cut first. */
function stems(word: string): string[] {
  if (word.endsWith("'s")) return [word.slice(0, -2)];
  if (word.endsWith('ies') || word.endsWith('ied')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('es')) return [word.slice(0, -2), word.slice(0, -1)];
  if (word.endsWith('s')) return [word.slice(0, -1)];
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  if (cut === 0) return [];
  const bare = word.slice(0, -cut);
  const doubled = bare.length > 2 && bare.at(-1) === bare.at(-2);
  return doubled ? [bare, `${bare}e`, bare.slice(0, -1)] : [bare, `${bare}e`];
}
