// First step of every reading: what a customer typed becomes one plain form, so that CANCEL!!, "cancel" and
// "Cancellll" are the same word. Nothing is thrown away that carries meaning (emoji, digits, other scripts).
import { remember } from './remember.ts';

/** Longer texts are cut here: the protocol allows no more. */
const longest = 4000;

/**
 * NFKC, lower case, one kind of apostrophe, no invisible characters, and runs of three or more of the same
 * letter or mark cut to two ("soooo" and "sooooo" become "soo").
 */
export const normalize = remember((text: string): string => {
  const typed = text.slice(0, longest);
  // Of ASCII nothing is invisible, NFKC changes none of it, and the backtick is its one other apostrophe.
  const visible = ascii.test(typed) ? typed.toLowerCase().replaceAll('`', "'") : visibleForm(typed);
  // The plain test for any run is far cheaper than the one that knows letters and marks.
  const cut = run.test(visible) ? visible.replace(/(\p{L}|\p{P}|\p{S})\1{2,}/gu, '$1$1') : visible;
  return cut.trim();
}, 200);

function visibleForm(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/(?!\u200d)\p{Default_Ignorable_Code_Point}/gu, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
const ascii = /^[\x00-\x7f]*$/;
const run = /(.)\1\1|[\ud800-\udfff]/s;
