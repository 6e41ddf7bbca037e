// Chance as the harness takes it, from one seed.

export type Random = () => number;

export function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** From `least` to `most`, each order of magnitude as likely as another. */
export function spread(least: number, most: number, random: Random): number {
  return least * (most / least) ** random();
}
