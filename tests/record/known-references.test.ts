// P1's exception: what the customer's own records carry is theirs to write.
import { expect, it } from 'vitest';
import { createRecorder } from '../../server/record/recorder.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';

const order = '4111111111111111';

it('P1 leaves a number alone that one of the customer’s own records carries, and hides it otherwise', async () => {
  const store = createMemoryStore();
  const record = createRecorder({ store, publish: () => undefined });
  const opened = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 's' } as const;
  await record.begin({
    id: 'c',
    site: 's',
    channel: 'web',
    visitor: 'v',
    customer: null,
    at: 1,
    events: [opened],
  });
  const say = (text: string) =>
    record.append({ conversation: 'c', at: 2, events: [{ type: 'message', from: 'customer', text }] });
  await say(`about ${order}`);
  const facts = { orders: { ok: true, records: [{ id: order, value: { id: order } }] } };
  await record.append({
    conversation: 'c',
    at: 3,
    events: [{ type: 'observed', facts, ages: {}, gates: {}, wait: null }],
  });
  await say(`again about ${order}`);
  const texts = (await store.read('c')).flatMap((event) => (event.type === 'message' ? [event.text] : []));
  expect(texts[0]).not.toContain(order);
  expect(texts[1]).toBe(`again about ${order}`);
});

it('P1 R1 knows the retry of what was hidden before the reference was known, and nothing else, as the same', async () => {
  const store = createMemoryStore();
  const record = createRecorder({ store, publish: () => undefined });
  await record.begin({
    id: 'c',
    site: 's',
    channel: 'web',
    visitor: 'v',
    customer: null,
    at: 1,
    events: [{ type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 's' }],
  });
  const say = (text: string) =>
    record.append({
      conversation: 'c',
      at: 2,
      events: [{ type: 'message', from: 'customer', text, clientId: 'u' }],
      client: { author: 'v', id: 'u' },
    });
  expect(await say(`about ${order}`)).toMatchObject({ ok: true });
  const facts = { orders: { ok: true, records: [{ id: order, value: { id: order } }] } };
  await record.append({
    conversation: 'c',
    at: 3,
    events: [{ type: 'observed', facts, ages: {}, gates: {}, wait: null }],
  });
  expect(await say(`about ${order}`)).toMatchObject({ ok: true, seenAt: 2 });
  expect(await say(`not about ${order}`)).toMatchObject({ ok: false, why: 'conflict' });
});
