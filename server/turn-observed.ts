// R2: what a decision saw beside the words, as it goes into the log, so that a replay can decide again.
import type { EventBody } from '../shared/events.ts';
import type { Input } from './decide/input.ts';
import type { Situation } from './decide/situation.ts';

export function observed({ facts, gates, desk, now }: Situation, input: Input): EventBody {
  const ages = Object.entries(facts).flatMap(([fact, known]) =>
    known.ok ? [[fact, now - known.at] as const] : [],
  );
  const { wait, ...staff } = desk;
  return {
    type: 'observed',
    facts,
    ages: Object.fromEntries(ages),
    gates: { ...gates, desk: staff },
    wait,
    ...(input.kind === 'message' ? { passages: input.passages.map((passage) => ({ ...passage })) } : {}),
  };
}
