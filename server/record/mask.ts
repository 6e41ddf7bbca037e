// Hides card numbers, their security codes, and what the site lists, before anything is stored, logged or sent
// on (P1). The last four digits of a card stay, so that both sides know which one was meant.
import { type CardNumber, digitOf, findCardNumbers, maskCharacter } from './card-numbers.ts';
import { createPatternSearch } from './pattern-search.ts';

export interface MaskContext {
  /** What the same person wrote just before, oldest first: a number may be split over messages. */
  before?: string[];
  /** The customer's own known references (a booking, an invoice): they are kept. */
  known?: string[];
}

/** Masking twice is masking once. */
export type Mask = (text: string, context?: MaskContext) => string;

/**
 * `patterns`: sources of regular expressions whose matches are hidden whole; they are read with the flags `iu`.
 * Throws a SyntaxError for one that is none. One that runs away is cut off, and then every digit is hidden.
 */
export function createMask(patterns: string[], warn?: (text: string) => void): Mask {
  const search = createPatternSearch(patterns);
  return (text, { before = [], known = [] } = {}) => {
    let references: Set<string> | undefined;
    // In most texts nothing is found, and no reference needs to be made plain.
    const isOwn = (found: string) => {
      references ??= new Set(known.map(plain).filter((reference) => reference !== ''));
      return references.has(found);
    };
    const hidden = hideCards(text, before, isOwn);
    const found = search(hidden);
    if (found === 'cut off') {
      warn?.('A pattern of `masks` took too long for a message; all of its digits were hidden instead.');
      return hide(hidden, (character) => digitOf(character) !== undefined);
    }
    return found
      .filter(({ from, to }) => !isOwn(plain(hidden.slice(from, to))))
      .sort((a, b) => b.from - a.from)
      .reduce((masked, { from, to }) => replaced(masked, from, to, isWord), hidden);
  };
}

/** Of an earlier message only its end can be the beginning of a number here. */
const tail = 120;

function hideCards(text: string, before: string[], isOwn: (digits: string) => boolean): string {
  if (!/\p{N}/u.test(text)) return text;
  const earlier = before.map((part) => `${part.slice(-tail)}\n`).join('');
  const cards = findCardNumbers(earlier + text).filter(
    (card) => !isOwn(card.digits) && card.places.at(-1)!.to > earlier.length,
  );
  const spots = new Set<number>();
  for (const card of cards) {
    for (const from of hiddenPlaces(card, earlier.length)) spots.add(from - earlier.length);
    const end = card.places.at(-1)!.to - earlier.length;
    for (const from of codeAfterCard(text, end)) spots.add(from);
  }
  for (const from of labelledCodes(text)) spots.add(from);
  if (/•[^\p{L}]*\p{Nd}{4}\s*$/u.test(before.at(-1) ?? '') && /^\s*\p{Nd}{3,4}\s*$/u.test(text)) {
    for (const { index } of text.matchAll(/\p{Nd}/gu)) spots.add(index);
  }
  return spots.size === 0 ? text : hide(text, (_, at) => spots.has(at));
}

/** Beyond these many digits in earlier messages, the last four would leave too much to be seen of the whole. */
const shownEarlier = 8;

/** Starts of the digits to hide. Over several messages it must be of a known network: two short numbers are not. */
function hiddenPlaces(card: CardNumber, offset: number): number[] {
  const here = card.places.filter((place) => place.from >= offset);
  const earlier = card.places.length - here.length;
  if (earlier > 0 && !card.network) return [];
  const shown = earlier > shownEarlier ? 0 : 4;
  return here.slice(0, Math.max(0, here.length - shown)).map((place) => place.from);
}

/** The security code that often follows a card, after its expiry or at once. */
function codeAfterCard(text: string, end: number): number[] {
  const after = text.slice(end, end + 40);
  const code =
    /^[^\p{L}\p{Nd}]{1,6}(?:\p{Nd}{1,2}\s?[/.-]\s?\p{Nd}{2,4}[^\p{L}\p{Nd}]{1,6})?(\p{Nd}{3,4})(?!\p{Nd})/u.exec(
      after,
    );
  if (!code) return [];
  const from = end + code[0].length - code[1]!.length;
  return [...code[1]!.matchAll(/\p{Nd}/gu)].map(({ index }) => from + index);
}

const codeLabel =
  /(?<![\p{L}\p{Nd}])(?:cvv2?|cvc2?|cvn2?|csc|security (?:code|number)|pr[üu]f(?:nummer|ziffer)|code de sécurité|código de seguridad|codice di sicurezza)[^\p{L}\p{Nd}]{0,4}(?:(?:code|number|no|nr|is|ist|est|es|è)[^\p{L}\p{Nd}]{1,4}){0,2}(\p{Nd}{3,4})(?!\p{Nd})/giu;

function labelledCodes(text: string): number[] {
  return [...text.matchAll(codeLabel)].flatMap((match) => {
    const from = match.index + match[0].length - match[1]!.length;
    return [...match[1]!.matchAll(/\p{Nd}/gu)].map(({ index }) => from + index);
  });
}

function hide(text: string, hidden: (character: string, at: number) => boolean): string {
  let at = 0;
  let masked = '';
  for (const character of text) {
    masked += hidden(character, at) ? maskCharacter : character;
    at += character.length;
  }
  return masked;
}

function replaced(text: string, from: number, to: number, hidden: (character: string) => boolean): string {
  return text.slice(0, from) + hide(text.slice(from, to), hidden) + text.slice(to);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** A reference as it is compared: letters and digits only, in one case. */
function plain(reference: string): string {
  return [...reference.normalize('NFKC').toLowerCase()].filter(isWord).join('');
}
