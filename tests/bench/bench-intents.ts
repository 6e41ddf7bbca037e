// Trains on labelled phrases and reads labelled tests: what both intent benches do with one set.
import { performance } from 'node:perf_hooks';
import { background } from '../../server/understand/background.ts';
import type { IntentModel } from '../../server/understand/intent-model.ts';
import { packModel } from '../../server/understand/pack-model.ts';
import { rankIntents } from '../../server/understand/rank-intents.ts';
import { trainIntents } from '../../server/understand/train-intents.ts';
import type { Graded } from './intent-metrics.ts';
import type { LabelledText } from './read-tsv.ts';

const outOfScope = 'oos';

/**
 * As a site would train it: each label's words stand in for the label that a site gives to its intent
 * (`card_arrival`: "card arrival"), lines labelled `oos` are further background.
 */
export function trainOn(lines: LabelledText[], seed: number): { model: IntentModel; trainMs: number } {
  const examples = lines
    .filter(({ label }) => label !== outOfScope)
    .map(({ text, label }) => ({ intent: label, text }));
  const labels = [...new Set(examples.map(({ intent }) => intent))];
  const others = lines.filter(({ label }) => label === outOfScope).map(({ text }) => text);
  const start = performance.now();
  const model = trainIntents({
    examples: [...examples, ...labels.map((label) => ({ intent: label, text: inWords(label) }))],
    background: [...background(), ...others],
    outOfScopeShare: 0.25,
    seed,
  });
  return { model, trainMs: performance.now() - start };
}

/** `card_arrival`, `CardArrival`, `CARD-ARRIVAL`: "card arrival". */
function inWords(label: string): string {
  return label.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-./]+/g, ' ');
}

export function grade(model: IntentModel, lines: LabelledText[]): Graded[] {
  return lines.map(({ text, label }) => {
    const { intents, outOfScope: none } = rankIntents(model, text);
    return { label: label === outOfScope ? null : label, choices: intents, outOfScope: none };
  });
}

/** Milliseconds to read one message, after a warm-up; messages are taken in turn. */
export function timeReading(
  model: IntentModel,
  lines: LabelledText[],
): { p50Ms: number; p95Ms: number; p99Ms: number } {
  const times: number[] = [];
  for (let i = 0; i < 3000; i += 1) {
    const { text } = lines[i % lines.length]!;
    const start = performance.now();
    rankIntents(model, text);
    if (i >= 1000) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))]! * 1e4) / 1e4;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

export const modelBytes = (model: IntentModel): number => packModel(model).byteLength;
