// Keeps the background honest: a sentence that the site's own model takes for one of its intents is no example
// of "none of these".
import type { SparseVector } from './feature-space.ts';
import { fitLinearLayer, type LayerOptions, margins } from './linear-layer.ts';

/** So many phrases of an intent are enough to judge what is its topic. */
const judges = 12;

/**
 * Rows to train on: all phrases, and the background without what half of the site's model (trained with the
 * other half of the background) accepts. `labels[i] === intents` marks the background.
 */
export function offTopic(
  rows: SparseVector[],
  labels: Int32Array,
  intents: number,
  columns: number,
  options: LayerOptions,
): number[] {
  const counts = new Int32Array(intents);
  const phrases: number[] = [];
  const halves: [number[], number[]] = [[], []];
  for (const row of rows.keys()) {
    const label = labels[row]!;
    if (label === intents) halves[row % 2]!.push(row);
    else if (counts[label]! < judges) {
      counts[label]! += 1;
      phrases.push(row);
    }
  }
  const own = new Set<number>();
  for (const [judged, known] of [halves, [halves[1], halves[0]] as const]) {
    const train = [...phrases, ...known];
    const layer = fitLinearLayer(
      train.map((row) => rows[row]!),
      Int32Array.from(train, (row) => labels[row]!),
      intents + 1,
      columns,
      options,
    );
    for (const row of judged) {
      const scores = margins(layer, rows[row]!).subarray(0, intents);
      if (scores.some((score) => score > 0)) own.add(row);
    }
  }
  return [...rows.keys()].filter((row) => !own.has(row));
}
