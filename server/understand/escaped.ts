// Words of a site's or a customer's own, put into an expression as they stand.

/** The words with all that means something in an expression taken literally. */
export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
