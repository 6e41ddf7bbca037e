// A node that is stopped in the middle of a turn and goes on when others have long told what became of it.
import { expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { type Incident, incident } from './incident.ts';

/** Stops the node for so long (ms) between its record of a confirmation and the call that follows. */
const stoppedFor = (ms: number) =>
  incident('airline', 'cust-one', 'en', {
    several: true,
    storeOf: (store, clock): Store => ({
      ...store,
      async append(append) {
        const appended = await store.append(append);
        if (append.events.some(({ type }) => type === 'confirmed')) clock.set(clock.now() + ms);
        return appended;
      },
    }),
  });

const outcomes = (talk: Incident) => talk.of('ran').map(({ outcome }) => outcome);

it('D6 runs nothing that others take for unknown by now, and says so once', async () => {
  const talk = await stoppedFor(60_000);
  await talk.say('I need to cancel my bag');
  await talk.press('do');
  expect(await talk.effects()).toEqual([]);
  await talk.pass(60_000);
  expect(outcomes(talk)).toEqual(['unknown']);
  expect(await talk.effects()).toEqual([]);
});

it('D5 runs what was held up for a moment', async () => {
  const talk = await stoppedFor(3_000);
  await talk.say('I need to cancel my bag');
  await talk.press('do');
  expect(outcomes(talk)).toEqual(['done']);
  expect(await talk.effects()).toHaveLength(1);
});
