// What a person wrote, in a form that every store, screen and index takes alike; before masking, before the log.

/** Marks that one base may carry: enough for any writing, too few to paint over the neighbours. */
const marksPerBase = 8;
const mark = /\p{M}/u;
const joiner = /\p{Cf}/u;

/**
 * The text without control characters (but tab and line feed), with U+FFFD for lone surrogates, line ends as
 * `\n`, and at most eight combining marks on a base. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
  return /\p{M}\p{M}/u.test(plain) ? withFewMarks(plain) : plain;
}

function withFewMarks(text: string): string {
  let kept = '';
  let marks = 0;
  for (const character of text) {
    const isMark = mark.test(character);
    if (isMark) marks += 1;
    // Joiners between marks start no new base.
    else if (!joiner.test(character)) marks = 0;
    if (!isMark || marks <= marksPerBase) kept += character;
  }
  return kept;
}
