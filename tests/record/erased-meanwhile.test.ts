// P2: an erasure that comes in between what was loaded and what is stored.
import { expect, test } from 'vitest';
import { createRecorder } from '../../server/record/recorder.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { EventBody } from '../../shared/events.ts';
import { begun } from './begun.ts';

const late: EventBody[] = [
  { type: 'asked', what: 'human', clientId: 'm1' },
  { type: 'rated', by: 'customer', score: 1, comment: 'My name is Ann Other', clientId: 'm1' },
];

test.each(late)('P2 nothing is written behind it: $type', async (event) => {
  const store = createMemoryStore();
  const recorder = createRecorder({
    store: {
      ...store,
      async append(append) {
        await store.erase('c', 'customer', 'on request', 3000);
        return store.append(append);
      },
    },
    publish: () => undefined,
  });
  await begun(recorder);
  const client = { author: 'v', id: 'm1' };
  const setTimers = [{ name: 'turn', due: 4000 }];
  const appended = await recorder.append({ conversation: 'c', at: 3001, events: [event], client, setTimers });
  expect(appended).toMatchObject({ ok: false, why: 'not_found' });
  expect(await store.read('c')).toMatchObject([{ type: 'erased' }]);
  expect(await store.conversation('c')).toMatchObject({ status: 'resolved', visitor: '', queuedAt: null });
  expect(await store.nextDue()).toBeUndefined();
});
