// The language of a locale, which is all that reading a text depends on.
import { remember } from './remember.ts';

/** `en` of `en-GB` (BCP 47), in lower case. */
export const baseLanguage = remember((locale: string): string => locale.toLowerCase().split('-')[0]!, 100);
