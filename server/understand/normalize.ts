// First step of every reading: what a customer typed becomes one plain form, so that CANCEL!!, "cancel" and
// "Cancellll" are the same word. Nothing is thrown away that carries meaning (emoji, digits, other scripts).

/** Longer texts are cut here: the protocol allows no more. */
const longest = 4000;

/**
 * NFKC, lower case, one kind of apostrophe, no invisible characters, and runs of three or more of the same
 * letter or mark cut to two ("soooo" and "sooooo" become "soo").
 */
export function normalize(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/(?!\u200d)\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(\p{L}|\p{P}|\p{S})\1{2,}/gu, '$1$1')
    .trim();
}
