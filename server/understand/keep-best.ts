// The best few of many, kept as they are met: no list of all is made or sorted.

/** Puts `one` into `best` (best first, of equal ones the earlier) if it is among the `most` best by `worth`. */
export function keepBest(best: number[], one: number, worth: (one: number) => number, most: number): void {
  const own = worth(one);
  let place = best.length;
  if (place < most) best.push(one);
  else if (worth(best[most - 1]!) < own) place -= 1;
  else return;
  for (; place > 0 && worth(best[place - 1]!) < own; place -= 1) best[place] = best[place - 1]!;
  best[place] = one;
}
