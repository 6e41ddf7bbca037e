// Cuts a message into the parts that can each be a statement of their own.

/** Where a part ends although no punctuation says so. */
const joint =
  /\s+(?=(?:but|however|instead of|rather than|so please|so just|so can|so could|and please|and then|then please|and also|and can you|and could you|and i (?:want|need|would|also)|because|cause|since|although|though|aber|sondern|statt|anstatt|weil|und bitte|also bitte)\b)/i;

/**
 * The parts of a text in order, as written, a closing question mark kept. Commas and full stops inside
 * numbers do not separate ("1,200.50", "12.5.").
 */
export function clauses(text: string): string[] {
  return text
    .split(/(?<=[?!;:\n])|(?<=[.,])(?!\d)|\s+[-–—]+\s+|…/)
    .flatMap((part) => part.split(joint))
    .map((part) => part.replace(/^[\s.,;:!–—-]+|[\s.,;:!–—-]+$/g, ''))
    .filter((part) => part !== '');
}
