// Splits a normalised text into words, numbers and emoji; whatever else stands between them is dropped.

const token =
  /\p{Extended_Pictographic}(?:\p{EMod}|\u200d\p{Extended_Pictographic})*|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;

/** The tokens of a text that `normalize` has made, in order: words keep an inner apostrophe ("don't"). */
export function tokenize(normalized: string): string[] {
  return normalized.match(token) ?? [];
}
