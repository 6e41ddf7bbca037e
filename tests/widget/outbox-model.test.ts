// The outbox: in order, one at a time, the same id until it is settled, nothing typed lost.
import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import type { Ack } from '../../shared/errors.ts';
import { failure } from '../../shared/errors.ts';
import { createOutbox, type Sent } from '../../widget/chat/outbox-model.ts';
import { visitorMemory } from '../../widget/chat/visitor-memory.ts';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { handClock } from './hand-clock.ts';

const message = (id: string, text = id): Sent<'message'> => ({ event: 'message', payload: { id, text } });
const choice = (id: string): Sent<'choice'> => ({
  event: 'choice',
  payload: { id, question: 'q', choice: 'do' },
});

function scene(storage = browserStorage(() => null), clock = handClock()) {
  const online = signal(true);
  const shown = new Set<string>();
  const sends: { sent: Sent; answer(ack: Ack<{ seq: number }>): void }[] = [];
  const memory = visitorMemory(storage, 'site', '');
  const outbox = createOutbox({
    memory,
    clock,
    random: () => 0,
    isShown: ({ payload }) => shown.has(payload.id),
    online,
    send: (sent) => new Promise((resolve) => sends.push({ sent, answer: resolve })),
  });
  return { online, sends, memory, outbox, clock, storage, shown };
}
const ok: Ack<{ seq: number }> = { ok: true, seq: 1 };

describe('the outbox', () => {
  it('sends in order, each after the acknowledgement of the one before', async () => {
    const { outbox, sends } = scene();
    outbox.add(message('a'));
    outbox.add(message('b'));
    expect(sends.map(({ sent }) => sent.payload.id)).toEqual(['a']);
    sends[0]!.answer(ok);
    await expect.poll(() => sends).toHaveLength(2);
    expect(outbox.parcels.value.map(({ state }) => state)).toEqual(['stored', 'sending']);
  });

  it('waits while cut off, and repeats what was under way with the same id', async () => {
    const { outbox, sends, online } = scene();
    outbox.add(message('a'));
    online.value = false;
    sends[0]!.answer(failure('unavailable'));
    await expect.poll(() => outbox.parcels.value[0]!.state).toBe('queued');
    expect(sends).toHaveLength(1);
    online.value = true;
    await expect.poll(() => sends).toHaveLength(2);
    expect(sends[1]!.sent.payload.id).toBe('a');
  });

  it('waits as long as the server says when it was too fast, and tells the customer so', async () => {
    const { outbox, sends, clock } = scene();
    outbox.add(message('a'));
    sends[0]!.answer(failure('rate', { retryAfterMs: 3000 }));
    await expect.poll(() => outbox.trouble.value?.code).toBe('rate');
    clock.pass(2999);
    expect(sends).toHaveLength(1);
    clock.pass(1);
    await expect.poll(() => sends).toHaveLength(2);
    sends[1]!.answer(ok);
    await expect.poll(() => outbox.trouble.value).toBeUndefined();
  });

  it('keeps the text of what was refused, goes on with the next, and retries under the same id', async () => {
    const { outbox, sends } = scene();
    outbox.add(message('a'));
    outbox.add(message('b'));
    sends[0]!.answer(failure('too_long'));
    await expect.poll(() => sends).toHaveLength(2);
    sends[1]!.answer(ok);
    await expect.poll(() => outbox.parcels.value.map(({ state }) => state)).toEqual(['failed', 'stored']);
    outbox.retry('a');
    await expect.poll(() => sends[2]?.sent).toMatchObject({ payload: { id: 'a', text: 'a' } });
  });

  it('asks a busy server for two minutes, ever less often, then says that it was not sent', async () => {
    const { outbox, sends, clock } = scene();
    outbox.add(message('a'));
    const asked: number[] = [];
    const began = clock.now();
    while (outbox.parcels.value[0]!.state !== 'failed') {
      asked.push((clock.now() - began) / 1000);
      sends.at(-1)!.answer(failure('unavailable'));
      await expect
        .poll(() => clock.due() !== undefined || outbox.parcels.value[0]!.state === 'failed')
        .toBe(true);
      const sent = sends.length;
      if (clock.due() === undefined) break;
      clock.pass(clock.due()!);
      await expect.poll(() => sends).toHaveLength(sent + 1);
    }
    expect(asked.slice(0, 5)).toEqual([0, 1, 3, 7, 15]);
    expect(asked.at(-1)).toBeGreaterThanOrEqual(120);
    outbox.retry('a');
    await expect.poll(() => sends.at(-1)!.sent.payload.id).toBe('a');
    expect(outbox.trouble.value).toBeUndefined();
  });

  it('brings back over a reload what was typed, not what was pressed', async () => {
    const before = scene();
    before.online.value = false;
    before.outbox.add(message('a', 'my words'));
    before.outbox.add(choice('b'));
    before.outbox.dispose();
    const after = scene(before.storage);
    expect(after.outbox.parcels.value).toMatchObject([{ payload: { id: 'a', text: 'my words' } }]);
    expect(after.sends.map(({ sent }) => sent.payload.id)).toEqual(['a']);
    after.sends[0]!.answer(ok);
    await expect.poll(() => after.memory.unsent()).toEqual([]);
  });

  it('keeps the order over a reload where the clock of the device was put back meanwhile', () => {
    const before = scene();
    before.online.value = false;
    before.outbox.add(message('first'));
    before.clock.pass(-3_600_000);
    before.outbox.add(message('second'));
    before.outbox.dispose();
    const { outbox } = scene(before.storage, before.clock);
    expect(outbox.parcels.value.map(({ payload }) => payload.id)).toEqual(['first', 'second']);
  });

  it('does not send by itself what was typed long before the reload', () => {
    const before = scene();
    before.online.value = false;
    before.outbox.add(message('a'));
    before.outbox.dispose();
    const later = handClock(before.clock.now() + 16 * 60_000);
    const after = scene(before.storage, later);
    expect(after.outbox.parcels.value[0]!.state).toBe('failed');
    expect(after.sends).toEqual([]);
  });

  it('O3 leaves a wish for a person of long ago to be pressed again, and nothing of it behind then', async () => {
    const before = scene();
    before.online.value = false;
    before.outbox.add({ event: 'human', payload: { id: 'h' } });
    before.outbox.dispose();
    const after = scene(before.storage, handClock(before.clock.now() + 16 * 60_000));
    expect(after.sends).toEqual([]);
    after.outbox.retry('h');
    after.sends[0]!.answer(ok);
    await expect.poll(() => after.outbox.parcels.value).toEqual([]);
    expect(after.memory.unsent()).toEqual([]);
  });

  it('drops what storage holds in a broken shape', () => {
    const storage = browserStorage(() => null);
    storage.set('handrail/site//unsent/x', '{"event":"message"');
    storage.set('handrail/site//unsent/y', '{"event":"undo","payload":{"id":"y"},"at":1}');
    expect(scene(storage).outbox.parcels.value).toEqual([]);
  });
});
