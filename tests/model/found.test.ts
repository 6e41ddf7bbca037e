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

it('D7 asks for an undo once, also where the process died while it was under way', async () => {
  const found = await runSteps([
    { do: 'say', read: nothing },
    { do: 'press', at: 0, pick: 0, twice: false },
    { do: 'press', at: 0, pick: 0, twice: false },
    { do: 'press', at: 0, pick: 1, twice: false },
    { do: 'change', status: 'active', second: false },
    { do: 'business', answer: 'never' },
    { do: 'undo', at: 0 },
    { do: 'undo', at: 0 },
    { do: 'say', read: nothing },
  ]);
  expect(found).toEqual([]);
});

it('A6 judges a typed confirmation by the gates that its own turn saw', async () => {
  const read = (id: string) => ({ ...nothing, intents: [{ id, confidence: 1 }] });
  const found = await runSteps([
    { do: 'say', read: read('upgrade') },
    { do: 'say', read: read('remove-bag'), as: 'label' },
    { do: 'hold', on: true },
    { do: 'press', at: 0, pick: 0, twice: false },
  ]);
  expect(found).toEqual([]);
});

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
