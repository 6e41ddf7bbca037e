// N2 in the store: row and log agree on a conversation that its customer opens again, whoever was faster.
import { expect, it } from 'vitest';
import { createRecorder } from '../../server/record/recorder.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import { begun } from './begun.ts';

it.each([
  ['by a recorder that looks each time', false],
  ['by one that takes itself for alone', true],
])(
  'N2 opens a resolved conversation again for its customer, also when both happen at once, %s',
  async (_, alone) => {
    const store = createMemoryStore();
    const record = (alone: boolean) => createRecorder({ store, publish: () => undefined, alone });
    const [one, other] = [record(alone), record(false)];
    await begun(one);
    const say = () =>
      one.append({ conversation: 'c', at: 2, events: [{ type: 'message', from: 'customer', text: 'and?' }] });
    const resolve = () =>
      other.append({
        conversation: 'c',
        at: 2,
        events: [{ type: 'resolved', outcome: 'solved', by: 'agent' }],
      });
    const agreed = async () => {
      const { status } = foldEvents(await store.read('c')).view;
      expect((await store.conversation('c'))?.status).toBe(status);
      return status;
    };
    await resolve();
    await say();
    expect(await agreed()).toBe('assistant');
    await Promise.all([say(), resolve()]);
    await agreed();
    await Promise.all([resolve(), say()]);
    await agreed();
  },
);
