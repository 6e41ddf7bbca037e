// Finds card numbers in what a person wrote, however it is spaced, dashed, joined by invisible characters, or
// written with other digits (P1). Finding only; mask.ts hides them.

export interface CardNumber {
  /** Where each of its digits stands in the text, [from, to) in UTF-16 units, in order. */
  places: { from: number; to: number }[];
  digits: string;
  /** It is of a known network, not only of the right length with a right check digit. */
  network: boolean;
}

interface Group {
  digits: string;
  places: CardNumber['places'];
  /** It follows the group before it over list punctuation, which seldom stands inside one number. */
  loose: boolean;
}

const shortest = 13;
const longest = 19;
/** Likeliest lengths first: inside a longer row of digits, several windows may pass the check by chance. */
const lengths = [16, 15, 14, 19, 18, 17, 13];
/** More visible separators than this between two digits part them. */
const separatorsWithin = 5;

/** All card numbers in the text, in order, none overlapping. */
export function findCardNumbers(text: string): CardNumber[] {
  // Most texts with a number in them have a flight, a date or an hour.
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  return digits < shortest ? [] : rows(text).flatMap(cardsInRow);
}

/** The digits' checksum by ISO/IEC 7812-1 annex B (Luhn). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** 0–9 for a decimal digit of any script or style, else undefined. */
export function digitOf(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  if (character < '\u0080' || !/[\p{Nd}\p{No}]/u.test(character)) return undefined;
  const plain = character.normalize('NFKC');
  if (plain.length === 1 && plain >= '0' && plain <= '9') return plain;
  if (!/^\p{Nd}$/u.test(plain)) return undefined;
  // Each script's ten digits start at a code point that ends in 0 or 6.
  const code = plain.codePointAt(0)!;
  const atZero = (code & 15) < 10 && /\p{Nd}/u.test(String.fromCodePoint(code & ~15));
  return String((code & 15) - (atZero ? 0 : 6));
}

const invisible = /[\p{Cf}\p{M}]/u;
const firm = /[\p{Z}\t\n\r\p{Pd}.·_−]/u;
const loose = /[,;:/\\|*'"()[\]#~]/;

/** Rows of digit groups that only separators part. */
function rows(text: string): Group[][] {
  const found: Group[][] = [];
  let row: Group[] = [];
  let group: Group | undefined;
  let gap = 0;
  let gapIsLoose = false;
  /** The four digits that an earlier masking left are no beginning of another number. */
  let leftOver = 0;
  let phone = false;

  function endRow(): void {
    const length = row.reduce((sum, part) => sum + part.digits.length, 0);
    // With a + and at most fifteen digits it is a telephone number (E.164).
    if (length >= shortest && !(phone && length <= 15)) found.push(row);
    row = [];
    group = undefined;
    gap = 0;
    gapIsLoose = false;
    phone = false;
  }

  let at = 0;
  for (const character of text) {
    const from = at;
    at += character.length;
    const digit = digitOf(character);
    if (digit !== undefined) {
      if (leftOver > 0) {
        leftOver -= 1;
        continue;
      }
      if (gap > separatorsWithin) endRow();
      if (!group || gap > 0) {
        group = { digits: '', places: [], loose: gapIsLoose };
        row.push(group);
      }
      group.digits += digit;
      group.places.push({ from, to: at });
      gap = 0;
      gapIsLoose = false;
    } else if (firm.test(character) || loose.test(character)) {
      if (row.length === 0) continue;
      gap += 1;
      gapIsLoose ||= !firm.test(character);
    } else if (!invisible.test(character)) {
      endRow();
      leftOver = character === maskCharacter ? 4 : 0;
      phone = character === '+' || character === '＋';
    }
  }
  endRow();
  return found;
}

/** What stands for a hidden character. */
export const maskCharacter = '•';

function cardsInRow(row: Group[]): CardNumber[] {
  const cards: CardNumber[] = [];
  for (let start = 0; start < row.length; ) {
    const end = windowEnd(row, start);
    if (end === undefined) {
      start += 1;
      continue;
    }
    cards.push(cardOf(row.slice(start, end), true));
    start = end;
  }
  if (cards.length > 0) return cards;
  const whole = cardOf(row, false);
  const firmly = row.every((group) => !group.loose);
  // No payment card begins with 0 (ISO/IEC 7812-1); many telephone numbers do.
  const shaped = whole.digits.length <= longest && !whole.digits.startsWith('0');
  return firmly && shaped && passesLuhn(whole.digits) ? [whole] : [];
}

/** Index after the last group of the likeliest window from here that is a card of a known network. */
function windowEnd(row: Group[], start: number): number | undefined {
  let digits = '';
  let best: { end: number; rank: number } | undefined;
  for (let end = start; end < row.length; end++) {
    digits += row[end]!.digits;
    if (digits.length > longest) break;
    const rank = lengths.indexOf(digits.length);
    if (rank === -1 || (best && best.rank < rank)) continue;
    if (passesLuhn(digits) && ofNetwork(digits)) best = { end: end + 1, rank };
  }
  return best?.end;
}

function cardOf(groups: Group[], network: boolean): CardNumber {
  return {
    digits: groups.map((group) => group.digits).join(''),
    places: groups.flatMap((group) => group.places),
    network,
  };
}

/** Issuer ranges of the large networks, as published in their merchants' guides, with their lengths. */
const networks: [prefix: RegExp, from: number, to: number][] = [
  [/^4/, 13, 13],
  [/^4/, 16, 16],
  [/^4/, 18, 19],
  [/^5[1-5]|^222[1-9]|^22[3-9]|^2[3-6]|^27[01]|^2720/, 16, 16],
  [/^220[0-5]/, 16, 19],
  [/^3[47]/, 15, 15],
  [/^30[0-5]|^3095|^36|^3[89]/, 14, 19],
  [/^35/, 16, 19],
  [/^5[0678]|^6/, 13, 19],
  [/^8[12]/, 16, 19],
  [/^9792/, 16, 16],
];

function ofNetwork(digits: string): boolean {
  return networks.some(
    ([prefix, from, to]) => digits.length >= from && digits.length <= to && prefix.test(digits),
  );
}
