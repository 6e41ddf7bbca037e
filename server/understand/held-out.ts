// Readings of texts that the model did not see, the raw matter of calibration: in each round a fifth of the
// phrases, of the intents and of the background is held out, and the rest is trained on.
import { bestTwo, evidenceOf, nearest } from './evidence.ts';
import { fitLinearLayer, type LayerOptions, margins } from './linear-layer.ts';
import { seededRandom, shuffle } from './seeded-random.ts';
import type { TrainingSet } from './training-set.ts';

export interface HeldOutReading {
  row: number;
  /** The best reading and the second (-1: none), places in the site's intents. */
  best: number;
  second: number;
  evidence: number[];
  /** Whether the true intent was among those trained on in this round. */
  inScope: boolean;
  right: boolean;
}

const rounds = 5;

/**
 * Reads each text once while it is held out alone and, with `intentsToo`, each phrase once more in the round
 * that holds out its whole intent (never with fewer than three intents).
 */
export function readHeldOut(
  { intents, rows, labels, space }: TrainingSet,
  options: LayerOptions,
  { intentsToo }: { intentsToo: boolean },
): HeldOutReading[] {
  const count = intents.length;
  const columns = space.idf.length;
  const random = seededRandom(options.seed);
  const intentRound = folds([...intents.keys()], random);
  const rowRound = new Int32Array(rows.length);
  for (let label = 0, offset = 0; label <= count; label += 1) {
    const members = [...rows.keys()].filter((row) => labels[row] === label);
    for (const [row, round] of folds(members, random)) rowRound[row] = (round + offset) % rounds;
    offset += members.length;
  }
  const readings: HeldOutReading[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const kept = [...intents.keys()].filter((i) => !intentsToo || count < 3 || intentRound.get(i) !== round);
    const place = new Map([...kept, count].map((intent, at) => [intent, at]));
    const isKnown = (row: number) => place.has(labels[row]!);
    const train = [...rows.keys()].filter((row) => rowRound[row] !== round && isKnown(row));
    const layer = fitLinearLayer(
      train.map((row) => rows[row]!),
      Int32Array.from(train, (row) => place.get(labels[row]!)!),
      kept.length + 1,
      columns,
      options,
    );
    const phrases = new Map(kept.map((intent) => [intent, [] as (typeof rows)[number][]]));
    for (const row of train) phrases.get(labels[row]!)?.push(rows[row]!);
    for (const [row, vector] of rows.entries()) {
      if (rowRound[row] !== round && isKnown(row)) continue;
      const scores = margins(layer, vector);
      const two = bestTwo(scores, kept.length);
      if (two.first < 0) continue;
      const best = kept[two.first]!;
      const inScope = labels[row] !== count && isKnown(row);
      const likeness = nearest(vector, phrases.get(best)!, columns);
      readings.push({
        row,
        best,
        second: two.second < 0 ? -1 : kept[two.second]!,
        evidence: evidenceOf(scores, two, likeness),
        inScope,
        right: best === labels[row],
      });
    }
  }
  return readings;
}

/** Spreads the members evenly over the rounds at random. */
function folds(members: number[], random: () => number): Map<number, number> {
  const order = shuffle(Int32Array.from(members), random);
  return new Map(Array.from(order, (member, at) => [member, at % rounds]));
}
