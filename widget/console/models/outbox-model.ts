// Replies and notes on their way. Each has an id of the console's, so that sending again cannot double it; those of
// one conversation leave in the order in which they were written, and survive a reload until they are stored.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ErrorCode, Failure } from '../../../shared/errors.ts';
import type { Event } from '../../../shared/events.ts';
import type { ConsolePorts } from './console-ports.ts';
import type { WritingKind } from './drafts-model.ts';
import { readUnsent, type Unsent } from './unsent.ts';

export interface OutboxModel {
  items: ReadonlySignal<readonly Unsent[]>;
  send(conversation: string, kind: WritingKind, text: string, whisper?: boolean): void;
  retry(id: string): void;
  /** Takes it out; answers with its text for the composer. */
  takeBack(id: string): string | undefined;
  /** The log has caught up: what stands in it is no longer unsent. */
  settle(conversation: string, events: readonly Event[]): void;
  /** Sends what waits, on a new connection. */
  flush(): void;
  restore(): void;
}

/** Failures after which the very same may work in a moment without anyone's doing. */
const passing: readonly ErrorCode[] = ['rate', 'busy'];

export function createOutboxModel(
  { connection, kept, clock, newId }: Pick<ConsolePorts, 'connection' | 'kept' | 'clock' | 'newId'>,
  agent: () => string | undefined,
  failed: (failure: Failure) => void,
): OutboxModel {
  const items = signal<readonly Unsent[]>([]);
  const under = new Set<string>();
  /** One for each item: another page of this agent has its own beside them. */
  const key = (id: string) => `handrail.desk.outbox.${agent() ?? ''}.${id}`;

  function put(next: readonly Unsent[]): void {
    for (const { id } of items.value) kept.remove(key(id));
    for (const item of next) if (item.state !== 'sent') kept.set(key(item.id), JSON.stringify(item));
    items.value = next;
  }

  function change(id: string, to: Partial<Unsent>): void {
    put(items.value.map((item) => (item.id === id ? { ...item, ...to } : item)));
  }

  /** Sends the next of a conversation and waits for its answer, as long as there are some. */
  async function pump(conversation: string): Promise<void> {
    if (under.has(conversation)) return;
    under.add(conversation);
    for (let next = first(conversation); next; next = first(conversation)) {
      if (connection.state.value !== 'online') break;
      const { id, text, whisper } = next;
      change(id, { state: 'sending', problem: undefined });
      const answer =
        next.kind === 'note'
          ? await connection.send('note', { conversation, id, text, ...(whisper ? { whisper } : {}) })
          : await connection.send('reply', { conversation, id, text });
      if (answer.ok) change(id, { state: 'sent', seq: answer.seq });
      else if (!keepForLater(id, answer.error)) change(id, { state: 'failed', problem: answer.error });
      if (!answer.ok) {
        failed(answer.error);
        break;
      }
    }
    under.delete(conversation);
  }

  const first = (conversation: string) =>
    items.value.find((item) => item.conversation === conversation && item.state !== 'sent');

  /** True when it goes out again by itself: with the next connection, the next sign-in, or after a pause. */
  function keepForLater(id: string, failure: Failure): boolean {
    const lost = failure.code === 'unavailable' && connection.state.value !== 'online';
    const pause = passing.includes(failure.code) ? failure.retryAfterMs : undefined;
    if (!lost && failure.code !== 'unauthorized' && pause === undefined) return false;
    change(id, { state: 'queued', problem: undefined });
    const conversation = items.value.find((item) => item.id === id)?.conversation;
    if (pause !== undefined && conversation) clock.after(pause, () => void pump(conversation));
    return true;
  }

  return {
    items,
    send(conversation, kind, text, whisper) {
      const item: Unsent = {
        id: newId(),
        conversation,
        kind,
        text,
        at: clock.now(),
        state: 'queued',
        ...(whisper ? { whisper } : {}),
      };
      put([...items.value, item]);
      void pump(conversation);
    },
    retry(id) {
      const item = items.value.find((each) => each.id === id);
      if (!item) return;
      change(id, { state: 'queued', problem: undefined });
      void pump(item.conversation);
    },
    takeBack(id) {
      const item = items.value.find((each) => each.id === id);
      put(items.value.filter((each) => each.id !== id));
      if (item) void pump(item.conversation);
      return item?.text;
    },
    settle(conversation, events) {
      const stored = new Set<string>();
      for (const event of events)
        if ((event.type === 'message' || event.type === 'noted') && event.clientId)
          stored.add(event.clientId);
      const last = events.at(-1)?.seq ?? 0;
      const rest = items.value.filter(
        (item) =>
          item.conversation !== conversation ||
          !(stored.has(item.id) || (item.seq !== undefined && item.seq <= last)),
      );
      if (rest.length < items.value.length) put(rest);
    },
    flush() {
      for (const conversation of new Set(items.value.map((item) => item.conversation)))
        void pump(conversation);
    },
    restore() {
      items.value = kept
        .keys(key(''))
        .flatMap((place) => readUnsent(kept.get(place) ?? ''))
        .sort((a, b) => a.at - b.at);
    },
  };
}
