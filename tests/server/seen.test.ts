// How far each side has seen, while it is being written down.
import { expect, it } from 'vitest';
import { simulatedClock } from '../../server/clock.ts';
import { createSeen } from '../../server/seen.ts';

it('finds a mark whose writing ends while the store is being asked', async () => {
  let ask = () => {};
  const seen = createSeen({
    store: {
      keepSeen: async () => undefined,
      // Read before it was written, and answered after that.
      seenOf: () => new Promise((resolve) => (ask = () => resolve({}))),
    },
    clock: simulatedClock(0),
    failed: (error) => expect.unreachable(String(error)),
  });
  const noted = seen.note('c', 'agent', 4);
  ask();
  expect(await noted).toBe(true);
  const asked = seen.of('c');
  await seen.flush();
  ask();
  expect(await asked).toMatchObject({ agent: { seq: 4 } });
});
