// What could not be done, as a sentence: the server's own where it says more than its code does.
import { errorCodes, type Failure } from '../../../shared/errors.ts';
import type { ConsoleWords } from './console-words.ts';

export function sayFailure(words: ConsoleWords, { code, message }: Failure): string {
  return message && message !== errorCodes[code] ? message : words.errors[code];
}
