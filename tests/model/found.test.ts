// Counterexamples that long runs of the model check found, shrunk, and kept from coming back.
import { expect, it } from 'vitest';
import type { Understanding } from '../../shared/understanding.ts';
import { runSteps } from './run-steps.ts';

const nothing: Understanding = {
  intents: [],
  outOfScope: 0,
  mood: { frustration: 0, urgency: 0, confusion: 0 },
  distress: false,
  entities: [],
  topics: [],
  language: 'en',
  wantsPerson: false,
  further: [],
};

it('E1 after a restart answers what was said before what was pressed after it', async () => {
  const found = await runSteps([
    { do: 'human' },
    { do: 'say', read: nothing },
    { do: 'restart' },
    { do: 'human' },
    { do: 'agent', who: 0, act: 'on' },
  ]);
  expect(found).toEqual([]);
});
