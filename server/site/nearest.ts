// "Did you mean …": the known word that a misspelt one is closest to.

/** The nearest candidate within a third of the word's length in edits (Damerau, adjacent swaps count one). */
function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = bare(word);
  const limit = Math.max(1, Math.floor(plain.length / 3));
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(plain, bare(candidate));
    if (edits <= limit && (best === undefined || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
}

/** `did you mean "label"?`, or `known: a, b, c` when nothing is near and the list is short. */
export function didYouMean(word: string, candidates: string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined) return `did you mean "${near}"?`;
  return candidates.length > 0 && candidates.length <= 24 ? `known: ${candidates.join(', ')}` : undefined;
}

/** Case, hyphens and underscores are what people mix up; they cost nothing. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

/** Optimal string alignment, three rows. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, before[j - 2]! + 1);
      }
      next.push(edits);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
