// What customers say outright of how they feel is felt, and what only sounds like it is not.
import { describe, expect, it } from 'vitest';
import { readMood } from '../../server/understand/mood.ts';
import type { Mood } from '../../shared/understanding.ts';
import {
  confusionProbes,
  type FeelingProbes,
  frustrationProbes,
  urgencyProbes,
} from './probes/feeling-probes.ts';

const felt = 0.7;
const calm = 0.15;
/** Where E1 names the feeling when a site sets nothing else. */
const threshold = 0.6;

/** The share of a list that is right; and the others by name, so that a failure says which. */
function share(texts: string[], half: number, right: (text: string) => boolean) {
  const own = texts.filter((_, i) => i % 2 === half);
  const wrong = own.filter((text) => !right(text));
  return { share: 1 - wrong.length / own.length, wrong };
}

describe.each<[keyof Mood, FeelingProbes, number, number]>([
  ['frustration', frustrationProbes, 0.95, 0.95],
  ['urgency', urgencyProbes, 0.95, 0.65],
  ['confusion', confusionProbes, 0.65, 0.95],
])('E1 %s', (feeling, probes, mustFeel, mustBeCalm) => {
  const read = (text: string) => readMood(text, { recent: [], wantsPerson: false })[feeling];

  it.each([
    ['held against the phrases while they were written', 0],
    ['held against them afterwards', 1],
  ])('of the probes %s', (_, half) => {
    const heard = share(probes.felt, half, (text) => read(text) >= felt);
    const quiet = share(probes.calm, half, (text) => read(text) <= calm);
    expect(heard.share, heard.wrong.join('\n')).toBeGreaterThanOrEqual(mustFeel);
    expect(quiet.share, quiet.wrong.join('\n')).toBeGreaterThanOrEqual(mustBeCalm);
    expect(share(probes.felt, half, (text) => read(text) >= threshold).wrong).toEqual([]);
  });
});
