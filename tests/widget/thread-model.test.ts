// The conversation on screen: joined in order, gaps asked for, nothing twice, nothing of another conversation.
import { describe, expect, it, vi } from 'vitest';
import type { EventBody, SentEvent } from '../../shared/events.ts';
import { createThread } from '../../widget/chat/thread-model.ts';
import { eventRow } from './fake-connection.ts';

const opened: EventBody = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 's' };
const say = (text: string): EventBody => ({ type: 'message', from: 'assistant', text });
const question: EventBody = {
  type: 'question',
  id: 'q',
  kind: 'confirm',
  text: 'Sure?',
  choices: [{ id: 'keep', label: 'Keep' }],
};
const row = eventRow([opened, say('one'), say('two'), say('three')]);
const texts = (thread: ReturnType<typeof createThread>) =>
  thread.view.value.entries.map((entry) => (entry.kind === 'message' ? entry.text : entry.kind));

describe('a thread', () => {
  it('shows an event once, however often it comes', () => {
    const thread = createThread(async () => []);
    thread.enter('c');
    thread.take({ conversation: 'c', events: row });
    thread.take({ conversation: 'c', events: row.slice(1) });
    expect(texts(thread)).toEqual(['one', 'two', 'three']);
    expect(thread.after()).toEqual({ conversation: 'c', seq: 4 });
  });

  it('asks for what does not join on, and shows it in order', async () => {
    const ask = vi.fn(async (_: string, after: number): Promise<SentEvent[]> => row.slice(after));
    const thread = createThread(ask);
    thread.enter('c');
    thread.take({ conversation: 'c', events: row.slice(0, 2) });
    thread.take({ conversation: 'c', events: row.slice(3) });
    expect(texts(thread)).toEqual(['one']);
    await expect.poll(() => texts(thread)).toEqual(['one', 'two', 'three']);
    expect(ask).toHaveBeenCalledExactlyOnceWith('c', 2);
  });

  it('drops the answer to a question about a conversation that is no longer here', async () => {
    let answer: (events: SentEvent[]) => void = () => undefined;
    const thread = createThread(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    thread.enter('c');
    const asked = thread.catchUp();
    thread.clear();
    answer(row);
    await asked;
    expect(thread.view.value.entries).toEqual([]);
  });

  it('N2 keeps the former conversation above a new one, and takes up a new one only from its beginning', () => {
    const thread = createThread(async () => []);
    thread.enter('c');
    thread.take({ conversation: 'c', events: row });
    thread.take({ conversation: 'other', events: eventRow([say('stray')], 7) });
    expect(thread.conversation.value).toBe('c');
    thread.take({ conversation: 'd', events: eventRow([opened, say('anew')]) });
    expect(texts(thread)).toEqual(['anew']);
    expect(thread.former.value).toHaveLength(1);
  });

  it('D4 moves a question that is shown again to the end instead of doubling it', () => {
    const thread = createThread(async () => []);
    thread.enter('c');
    thread.take({ conversation: 'c', events: eventRow([opened, question, say('yes'), question]) });
    expect(texts(thread)).toEqual(['yes', 'question']);
    expect(thread.view.value.open).toBe('q');
  });
});
