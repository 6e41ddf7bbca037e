// What most phrase rules are held against: the plain words of a text, without the marks of a question.
import { plainWords } from './plain-words.ts';
import { remember } from './remember.ts';

/** One string for all who ask: a new one each time would be taken apart anew by what is known of it. */
export const statedWords = remember((text: string): string => plainWords(text).replace(/ ?\?/g, ''), 200);
