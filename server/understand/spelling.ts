// Mends slips of the finger in the words that matter to a site before its model reads them: "cancle my flihgt".
import { madeOnce } from '../../shared/made-once.ts';
import { editDistance } from './edit-distance.ts';
import { readLanguage } from './language.ts';
import { normalize } from './normalize.ts';
import { spelledInFull } from './plain-words.ts';
import { remember } from './remember.ts';
import { tokenize } from './tokenize.ts';

interface Candidate {
  word: string;
  letters: number;
}

export interface Lexicon {
  /** Words that are right as they stand. */
  known: ReadonlySet<string>;
  /** Words of these that are always written with a capital: Lisbon, Christmas. */
  names: ReadonlySet<string>;
  /** The site's own words worth mending towards, by first letter. */
  own: ReadonlyMap<string, Candidate[]>;
}

/** Shorter words have too many neighbours. */
const shortestKnown = 5;
const shortestTyped = 4;
/** Two slips are forgiven from this length. */
const long = 9;

/** `own`: the site's phrases and words; `others`: texts whose words are known but not mended towards. */
export function buildLexicon(own: string[], others: string[]): Lexicon {
  const words = (texts: string[]) => new Set(texts.flatMap((text) => tokenize(normalize(text))));
  const mine = words(own);
  const byLetter = new Map<string, Candidate[]>();
  for (const word of mine) {
    if (word.length < shortestKnown || /\d/.test(word)) continue;
    const list = byLetter.get(word[0]!);
    const candidate = { word, letters: lettersOf(word) };
    if (list === undefined) byLetter.set(word[0]!, [candidate]);
    else list.push(candidate);
  }
  return { known: new Set([...mine, ...words(others)]), names: namesIn([...own, ...others]), own: byLetter };
}

const englishOrGerman = ['en', 'de'];

/** Behind the first word of a text, and nowhere in small letters. German, which writes every noun so, is left out. */
function namesIn(texts: string[]): Set<string> {
  const [names, others] = [new Set<string>(), new Set<string>()];
  for (const text of texts) {
    const [, ...rest] = text.match(/[\p{L}\p{M}'’]+/gu) ?? [];
    const capitals = rest.filter((word) => word !== normalize(word));
    // Few texts have any, and to tell the language takes longer than all the rest.
    const found = capitals.length > 0 && readLanguage(text, englishOrGerman, 'en') !== 'de' ? capitals : [];
    for (const word of rest) (found.includes(word) ? names : others).add(normalize(word));
  }
  for (const word of others) names.delete(word);
  return names;
}

/**
 * Whether it is a word of the language or of the site's, as far as they are known, and no name, or in small letters a
 * slip away from one.
 */
export function isKnownWord(word: string, { known, names }: Lexicon): boolean {
  const plain = normalize(word);
  if (known.has(plain)) return !names.has(plain);
  if (word !== plain) return false;
  return (
    byBeginning(known)
      .get(beginning(plain, plain.length))
      ?.some((other) => editDistance(plain, other, 1) <= 1) ?? false
  );
}

/** One slip away is what begins with the same letter and is as long, or a letter longer or shorter. */
const byBeginning = madeOnce((known: ReadonlySet<string>) => {
  const all = new Map<string, string[]>();
  for (const word of known)
    for (const length of [word.length - 1, word.length, word.length + 1]) {
      const key = beginning(word, length);
      const list = all.get(key);
      if (list === undefined) all.set(key, [word]);
      else list.push(word);
    }
  return all;
});

function beginning(word: string, length: number): string {
  return `${word[0]}${length}`;
}

/**
 * The text with chat spellings in full and each unknown word replaced by the one word of the site that is a slip away
 * and starts with the same letter; where none or several are, it stays. Reads as `normalize` leaves it.
 */
export function mendSpelling(text: string, lexicon: Lexicon): string {
  return normalize(text).replace(/[\p{L}\p{M}']+/gu, mending(lexicon));
}

/** Customers write the same few thousand words over and over, and the same slips. */
const mending = madeOnce((lexicon: Lexicon) =>
  remember((word) => mendedWord(word, lexicon), wordsKept, longestKept),
);
const wordsKept = 5000;
const longestKept = 24;

function mendedWord(word: string, lexicon: Lexicon): string {
  const full = spelledInFull(word);
  return full === word ? (nearest(word, lexicon) ?? word) : full;
}

function nearest(word: string, { known, own }: Lexicon): string | undefined {
  if (word.length < shortestTyped || known.has(word)) return undefined;
  // "flights" beside "flight" is no slip.
  if (/(?:e?s|ing|ed|e?n)$/.test(word) && known.has(word.replace(/(?:e?s|ing|ed|e?n)$/, '')))
    return undefined;
  const slips = word.length >= long ? 2 : 1;
  let best: string[] = [];
  let distance = slips + 1;
  const letters = lettersOf(word);
  for (const { word: candidate, letters: theirs } of own.get(word[0]!) ?? []) {
    // A slip changes at most two letters of the set: this spares nearly every comparison.
    if (Math.abs(candidate.length - word.length) > slips || bits(letters ^ theirs) > 2 * slips) continue;
    const edits = editDistance(word, candidate, slips);
    if (edits > slips) continue;
    // Two letters that changed places are the likelier slip.
    const away = letters === theirs && candidate.length === word.length ? edits - 0.5 : edits;
    if (away > distance) continue;
    best = away < distance ? [candidate] : [...best, candidate];
    distance = away;
  }
  if (best.length === 1) return best[0];
  // "bags" and "bag": forms of one word are no doubt.
  const shortest = best.toSorted((a, b) => a.length - b.length)[0];
  return shortest !== undefined && best.every((other) => other.startsWith(shortest)) ? shortest : undefined;
}

/** The letters that occur, one bit each; those beyond a to z share a few. */
function lettersOf(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i += 1) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
