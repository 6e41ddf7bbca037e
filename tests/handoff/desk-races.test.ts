// Whatever order racing moves land in, the log shows one owner at a time and no word of the assistant's while there
// is one. Ten thousand of them: npm run bench -- races.
import { expect, test } from 'vitest';
import { runRaces } from './run-races.ts';

const races = 400;

test('H8 H7 H9 one owner at a time, no assistant message after a claim, no second answer', async () => {
  const counts = await runRaces(races);
  expect(counts).toMatchObject({ owners: 0, assistantAfterClaim: 0, secondAnswers: 0, wrongRows: 0 });
  // Hands that were really contested, or the rest proves nothing.
  expect(counts.held).toBeGreaterThan(races / 4);
  expect(counts.said).toBeGreaterThan(races / 4);
  expect(counts.refused).toBeGreaterThan(races);
});

test('the same races on a store that refuses nothing are found out', async () => {
  const counts = await runRaces(60, 7, (store) => ({
    ...store,
    append: ({ expect: _, fence: __, statuses: ___, ...append }) => store.append(append),
  }));
  expect(counts.owners).toBeGreaterThan(0);
  expect(counts.assistantAfterClaim).toBeGreaterThan(0);
});
