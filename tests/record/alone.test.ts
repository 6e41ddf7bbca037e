// A recorder that takes itself for alone with its store, and one beside it that writes all the same.
import { expect, it } from 'vitest';
import { createRecorder } from '../../server/record/recorder.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import type { EventBody } from '../../shared/events.ts';

const said = (text: string, clientId?: string): EventBody => ({
  type: 'message',
  from: 'customer',
  text,
  ...(clientId ? { clientId } : {}),
});
const handoff: EventBody = {
  type: 'handoff',
  position: 1,
  within: 240,
  wait: { position: 1, within: 240, confidence: 0.9, basis: 'history' },
  text: 'A person is coming.',
  triggers: [{ trigger: 'asked', evidence: {} }],
  priority: 2,
};

it('alone, it reads nothing to append, and looks again once somebody else has written', async () => {
  const store = createMemoryStore();
  const other = createRecorder({ store, publish: () => undefined });
  const opened: EventBody = { type: 'opened', visitor: 'a', channel: 'web', locale: 'en', site: 'airline' };
  const row = { id: 'a', site: 'airline', channel: 'web', visitor: 'a', customer: null, at: 1 };
  await other.begin({ ...row, events: [opened] });
  const reads: string[] = [];
  const watched: Store = {
    ...store,
    conversation: (id) => {
      reads.push(id);
      return store.conversation(id);
    },
  };
  const alone = createRecorder({ store: watched, publish: () => undefined, alone: true });
  const say = (text: string, clientId?: string) =>
    alone.append({
      conversation: 'a',
      at: 2,
      events: [said(text, clientId)],
      ...(clientId ? { client: { author: 'a', id: clientId } } : {}),
    });
  await say('one');
  reads.length = 0;
  await say('two');
  expect(reads).toEqual([]);
  const { last, conversation } = (await alone.lately('a'))!;
  expect(last).toMatchObject({ text: 'two', seq: conversation.inside.seq });

  await other.append({ conversation: 'a', at: 3, events: [said('4111 1111')] });
  await other.append({
    conversation: 'a',
    at: 3,
    events: [said('1111 1111', 'x')],
    client: { author: 'a', id: 'x' },
  });
  // A retry, by who has not seen what it goes on from: it is masked as it was, and answered as it was.
  expect(await say('1111 1111', 'x')).toMatchObject({ ok: true, seenAt: 5 });
  await other.append({ conversation: 'a', at: 4, events: [handoff] });
  expect(await say('three')).toMatchObject({ ok: true, row: { status: 'waiting' } });
  expect((await alone.load('a'))!.conversation).toEqual(foldEvents(await store.read('a')));
});

it('alone, it puts no row back that somebody else has changed, when a write names their seq', async () => {
  const store = createMemoryStore();
  const other = createRecorder({ store, publish: () => undefined });
  const alone = createRecorder({ store, publish: () => undefined, alone: true });
  const opened: EventBody = { type: 'opened', visitor: 'a', channel: 'web', locale: 'en', site: 'airline' };
  const row = { id: 'a', site: 'airline', channel: 'web', visitor: 'a', customer: null, at: 1 };
  await other.begin({ ...row, events: [opened] });
  await alone.load('a');
  await other.append({ conversation: 'a', at: 2, events: [handoff] });
  const identified: EventBody = { type: 'identified', customer: 'ada' };
  const appended = await alone.append({ conversation: 'a', at: 3, events: [identified], expect: 2 });
  expect(appended).toMatchObject({ ok: true, row: { status: 'waiting', queuedAt: 2, customer: 'ada' } });
});
