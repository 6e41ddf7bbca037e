// One piece of work a round of the event loop, in the order in which they came.
import { expect, test } from 'vitest';
import { createRounds } from '../../server/rounds.ts';

test('of what waits together each round begins one', async () => {
  const rounds: (() => void)[] = [];
  const round = createRounds((run) => rounds.push(run));
  const begun: string[] = [];
  const all = ['a', 'b', 'c'].map(async (name) => {
    await round();
    begun.push(name);
  });
  for (const name of ['a', 'b', 'c']) {
    expect(rounds).toHaveLength(1);
    rounds.pop()!();
    await Promise.resolve();
    expect(begun.at(-1)).toBe(name);
  }
  await Promise.all(all);
  expect(rounds).toEqual([]);
});

test('goes on after it has been idle', async () => {
  const round = createRounds();
  await round();
  await Promise.all([round(), round()]);
});
