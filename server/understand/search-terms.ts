// What of a text is looked for in the articles: the stems of its telling words.
import { plainWords } from './plain-words.ts';
import { remember } from './remember.ts';
import { isStopWord, wordStem } from './word-stem.ts';

/** In the order of the text, repetitions included; of "check-in" both its words and the two in one. */
export function searchTerms(text: string): string[] {
  return plainWords(text.includes('-') ? text.replace(/(\p{L}+)-(\p{L}+)/gu, '$1$2 $1 $2') : text)
    .split(' ')
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map(stemOf);
}

const wordsKept = 2_000;
const longestKept = 40;
const stemOf = remember(wordStem, wordsKept, longestKept);
