// How many slips of the finger lie between two words; used wherever a typo must not be misread.

/**
 * Damerau-Levenshtein distance (adjacent transpositions, each substring edited once), given up at `most`:
 * anything farther returns most + 1.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // What both begin and end with is no slip.
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  let untilA = a.length;
  let untilB = b.length;
  while (untilA > from && untilB > from && a.charCodeAt(untilA - 1) === b.charCodeAt(untilB - 1)) {
    untilA -= 1;
    untilB -= 1;
  }
  const [first, second] = [untilA - from, untilB - from];
  if (first === 0 || second === 0) return Math.min(first + second, most + 1);
  if (most > 1) return byRows(a.slice(from, untilA), b.slice(from, untilB), most);
  if (first === 1 && second === 1) return Math.min(1, most + 1);
  const swapped =
    first === 2 &&
    second === 2 &&
    a.charCodeAt(from) === b.charCodeAt(from + 1) &&
    a.charCodeAt(from + 1) === b.charCodeAt(from);
  return Math.min(swapped ? 1 : 2, most + 1);
}

function byRows(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, most + 1);
}
