// Phrase rules are many and a message has few words: those that cannot match it are found out by one look at each
// of its words, and not tried.
import { keyLength, neededWords } from './needed-words.ts';
import { remember } from './remember.ts';

/**
 * For a list of rules: those whose expression can match a text, in the order of the list. The others cannot, so that
 * trying the answer alone comes to the same as trying all. The expressions are looked into at the first text.
 */
export function shortlist<T>(rules: readonly T[], expression: (rule: T) => RegExp): (text: string) => T[] {
  let index: Index | undefined;
  /** Set to the number of the look in which a rule was last found to be possible. */
  const possible = new Uint32Array(rules.length);
  let look = 0;
  return (text) => {
    index ??= indexOf(rules.map(expression));
    const { always, byWord, hasWord } = index;
    look += 1;
    for (const key of wordKeys(text)) {
      if (hasWord[key & hashMask] === 0) continue;
      const found = byWord.get(key);
      if (found !== undefined) for (const rule of found) possible[rule] = look;
    }
    const list: T[] = [];
    for (let rule = 0; rule < rules.length; rule += 1)
      if (always[rule] || possible[rule] === look) list.push(rules[rule]!);
    return list;
  };
}

interface Index {
  /** Whether a rule may match whatever the words. */
  always: boolean[];
  /** The beginning of a word → the rules that a word like that makes possible. */
  byWord: Map<number, number[]>;
  /** 1 where some beginning of a word ends in these bits: most are told from it to be in no rule. */
  hasWord: Uint8Array;
}

const hashMask = 0x7ff;

function indexOf(expressions: RegExp[]): Index {
  const byWord = new Map<number, number[]>();
  const hasWord = new Uint8Array(hashMask + 1);
  const always = expressions.map((expression, rule) => {
    const words = neededWords(expression);
    for (const word of words ?? []) {
      const key = keyAt(word, 0, word.length);
      byWord.set(key, [...(byWord.get(key) ?? []), rule]);
      hasWord[key & hashMask] = 1;
    }
    return words === undefined;
  });
  return { always, byWord, hasWord };
}

/** The beginnings of all words of a text, in two characters and in three. */
const wordKeys = remember((text: string): number[] => {
  const keys: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && isLetter(text.charCodeAt(at - 1))) continue;
    for (let length = keyLength - 1; length <= keyLength && at + length <= text.length; length += 1)
      keys.push(keyAt(text, at, length));
  }
  return keys;
}, 50);

/** Two beginnings may share a number: then a rule is tried for nothing. */
function keyAt(text: string, at: number, length: number): number {
  let key = length;
  for (let i = at; i < at + length; i += 1) key = (Math.imul(key, 1031) + text.charCodeAt(i)) | 0;
  return key;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
