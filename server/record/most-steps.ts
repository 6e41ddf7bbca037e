// How much work a site's pattern can make at one place of a text: where that is little whatever the text, the
// guard that ends a search which runs away, a thread for each message, is spared.

/** A character or a class with how often it may stand, all of it bounded; or what takes up no character. */
const part =
  /(?:\\(?:[dDwWsS]|[^\p{L}\p{N}])|\[(?:\\.|[^\\[\]])*\]|[^\\()[\]{}|*+?^$])(\?|\{\d+(?:,\d+)?\})?\??|\\[bB]|[\^$]/uy;

/**
 * Characters that are looked at, at most, from one place on before it is known whether `source` (read with the
 * flag `u`) matches there: every way in which its counts can be used up, times its longest match. Infinity, which is
 * always safe, for one with groups, alternatives, back references or a count without an end.
 */
export function mostSteps(source: string): number {
  let ways = 1;
  let longest = 1;
  part.lastIndex = 0;
  while (part.lastIndex < source.length) {
    const found = part.exec(source);
    if (found === null) return Number.POSITIVE_INFINITY;
    const [least, most] = counts(found[1]);
    ways *= most - least + 1;
    longest += most;
  }
  return ways * longest;
}

function counts(quantifier: string | undefined): [least: number, most: number] {
  if (quantifier === undefined) return [1, 1];
  if (quantifier === '?') return [0, 1];
  const [least, most = least] = quantifier.slice(1, -1).split(',').map(Number);
  return [least!, most!];
}
