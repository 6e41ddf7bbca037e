// What further phrases would change in a site's readings, before anyone takes them over: each phrase is read while
// it is held out, once by what was learnt without the further ones and once with them, in the very same rounds.
import { bestTwo } from './evidence.ts';
import { fitLinearLayer, margins } from './linear-layer.ts';
import { type IntentExample, roughOptions, type TrainingInput, trainingSet } from './training-set.ts';

export interface WeighedPhrase extends IntentExample {
  /** It is one of the further ones. */
  further: boolean;
  /** Its best reading, however sure; undefined where there is none. */
  before: string | undefined;
  after: string | undefined;
}

const rounds = 5;

/** All phrases of the site, then the further ones; what stands among the former already is not weighed again. */
export function weighPhrases(input: TrainingInput, further: IntentExample[]): WeighedPhrase[] {
  const known = new Set(input.examples.map(key));
  const fresh = [...new Map(further.map((one) => [key(one), one])).values()].filter(
    (one) => !known.has(key(one)),
  );
  const set = trainingSet({ ...input, examples: [...input.examples, ...fresh] });
  const { intents, texts, rows, labels, space } = set;
  const isNew = new Set(fresh.map(key));
  const own = [...rows.keys()].filter((row) => labels[row] !== intents.length);
  const example = (row: number) => ({ intent: intents[labels[row]!]!, text: texts[row]! });
  const furthers = new Set(own.filter((row) => isNew.has(key(example(row)))));
  // Dealt out in turn within each intent, the site's own apart from the further ones: the rounds are the same for both.
  const round = new Map<number, number>();
  for (const group of [own.filter((row) => !furthers.has(row)), [...furthers]]) {
    const dealt = new Map<number, number>();
    for (const row of group) {
      const at = dealt.get(labels[row]!) ?? 0;
      round.set(row, at % rounds);
      dealt.set(labels[row]!, at + 1);
    }
  }
  const options = roughOptions(input.seed);
  const read = (train: number[]) => {
    const layer = fitLinearLayer(
      train.map((row) => rows[row]!),
      Int32Array.from(train, (row) => labels[row]!),
      intents.length + 1,
      space.idf.length,
      options,
    );
    return (row: number): string | undefined => {
      const { first } = bestTwo(margins(layer, rows[row]!), intents.length);
      return first < 0 ? undefined : intents[first];
    };
  };
  const weighed = new Map<number, WeighedPhrase>();
  for (let at = 0; at < rounds; at += 1) {
    const kept = [...rows.keys()].filter((row) => round.get(row) !== at);
    const before = read(kept.filter((row) => !furthers.has(row)));
    const after = read(kept);
    for (const row of own) {
      if (round.get(row) !== at) continue;
      weighed.set(row, {
        ...example(row),
        further: furthers.has(row),
        before: before(row),
        after: after(row),
      });
    }
  }
  return [...weighed.entries()].sort(([a], [b]) => a - b).map(([, phrase]) => phrase);
}

function key({ intent, text }: IntentExample): string {
  return `${intent}\n${text.trim().toLowerCase()}`;
}
