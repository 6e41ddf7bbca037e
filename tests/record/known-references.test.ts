// P1's exception: what the customer's own records carry is theirs to write.
import { expect, it } from 'vitest';
import { createRecorder, type Recorder } from '../../server/record/recorder.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { begun } from './begun.ts';

const order = '4111111111111111';

function observe(record: Recorder): Promise<unknown> {
  const facts = { orders: { ok: true, records: [{ id: order, value: { id: order } }] } };
  const events = [{ type: 'observed' as const, facts, ages: {}, gates: {}, wait: null }];
  return record.append({ conversation: 'c', at: 3, events });
}

it('P1 leaves a number alone that one of the customer’s own records carries, and hides it otherwise', async () => {
  const store = createMemoryStore();
  const record = createRecorder({ store, publish: () => undefined });
  await begun(record);
  const say = (text: string) =>
    record.append({ conversation: 'c', at: 2, events: [{ type: 'message', from: 'customer', text }] });
  await say(`about ${order}`);
  await observe(record);
  await say(`again about ${order}`);
  const texts = (await store.read('c')).flatMap((event) => (event.type === 'message' ? [event.text] : []));
  expect(texts[0]).not.toContain(order);
  expect(texts[1]).toBe(`again about ${order}`);
});

it('P1 R1 knows the retry of what was hidden before the reference was known, and nothing else, as the same', async () => {
  const store = createMemoryStore();
  const record = createRecorder({ store, publish: () => undefined });
  await begun(record);
  const say = (text: string) =>
    record.append({
      conversation: 'c',
      at: 2,
      events: [{ type: 'message', from: 'customer', text, clientId: 'u' }],
      client: { author: 'v', id: 'u' },
    });
  expect(await say(`about ${order}`)).toMatchObject({ ok: true });
  await observe(record);
  expect(await say(`about ${order}`)).toMatchObject({ ok: true, seenAt: 2 });
  expect(await say(`not about ${order}`)).toMatchObject({ ok: false, why: 'conflict' });
});
