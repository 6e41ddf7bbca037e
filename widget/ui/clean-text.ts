// Makes any text safe to show: nothing invisible that reorders what stands beside it, nothing that grows out of
// its bubble. What is stored stays as it was written.

/** Characters that only misuse brings into a message: controls, and what overrides the direction of reading. */
const unwanted = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const loneSurrogate = /\p{Surrogate}/gu;
const marksBeyondEight = /(\p{M}{8})\p{M}+/gu;
const directionMarks = /[\u200e\u200f\u061c]/g;

/** A message's text as it may be shown: lines kept, at most eight marks on a character. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(unwanted, '')
    .replace(loneSurrogate, '\ufffd')
    .replace(marksBeyondEight, '$1');
}

/** A name in one line and without direction marks, cut at 80 characters. */
export function cleanName(name: string): string {
  const line = cleanText(name).replace(directionMarks, '').replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
