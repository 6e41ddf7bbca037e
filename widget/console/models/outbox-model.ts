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

/** Failures after which the very same may work in a moment: what was written after it does not overtake it. */
const passing: readonly (ErrorCode | undefined)[] = ['rate', 'busy', 'unavailable', 'internal'];

export function createOutboxModel(
  { connection, kept, clock, newId }: Pick<ConsolePorts, 'connection' | 'kept' | 'clock' | 'newId'>,
  agent: () => string | undefined,
  expired: () => void,
): OutboxModel {
  const items = signal<readonly Unsent[]>([]);
  const under = new Set<string>();
  /** Where this agent's are kept: each under a key of its own, since another page of theirs has its own beside them. */
  let place = '';

  const find = (id: string) => items.value.find((item) => item.id === id);

  function change(id: string, to: Partial<Unsent>): void {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...to } : item));
  }

  /** For a reload and for the agent's other pages: not that it is under way from here. */
  function keep(id: string): void {
    const item = find(id);
    if (item) kept.set(place + id, JSON.stringify(item));
  }

  function drop(gone: (item: Unsent) => boolean): void {
    const dropped = items.value.filter(gone);
    items.value = items.value.filter((item) => !gone(item));
    for (const { id, conversation } of dropped) {
      kept.remove(place + id);
      // What waited behind it.
      void pump(conversation);
    }
  }

  /** Sends the next of a conversation and waits for its answer, as long as there are some. */
  async function pump(conversation: string): Promise<void> {
    if (under.has(conversation)) return;
    under.add(conversation);
    for (let next = first(conversation); next; next = first(conversation)) {
      if (connection.state.value !== 'online' || next.state === 'failed') break;
      const { id, text, whisper } = next;
      change(id, { state: 'sending' });
      const answer =
        next.kind === 'note'
          ? await connection.send('note', { conversation, id, text, whisper })
          : await connection.send('reply', { conversation, id, text });
      if (answer.ok) {
        change(id, { state: 'sent', seq: answer.seq });
        kept.remove(place + id);
      } else if (goesAgain(conversation, answer.error)) {
        change(id, { state: 'queued' });
        break;
      } else {
        change(id, { state: 'failed', problem: answer.error });
        keep(id);
      }
    }
    under.delete(conversation);
  }

  /**
   * What is the next to go: what was refused waits for the agent, and after a passing failure all that is behind it.
   * What another page of theirs stored, took back or saw refused is not sent here.
   */
  function first(conversation: string): Unsent | undefined {
    items.value = items.value.flatMap((item) =>
      item.conversation !== conversation || item.state === 'sent'
        ? item
        : readUnsent(kept.get(place + item.id)),
    );
    return items.value.find(
      (item) =>
        item.conversation === conversation &&
        (item.state === 'queued' || passing.includes(item.problem?.code)),
    );
  }

  /** By itself: with the next connection, the next sign-in, or after a pause. */
  function goesAgain(conversation: string, { code, retryAfterMs }: Failure): boolean {
    if (code === 'unauthorized') expired();
    else if (retryAfterMs) clock.after(retryAfterMs, () => void pump(conversation));
    else return code === 'unavailable' && connection.state.value !== 'online';
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
        whisper,
      };
      items.value = [...items.value, item];
      keep(item.id);
      void pump(conversation);
    },
    retry(id) {
      const item = find(id);
      if (!item) return;
      change(id, { state: 'queued', problem: undefined });
      keep(id);
      void pump(item.conversation);
    },
    takeBack(id) {
      const text = find(id)?.text;
      drop((item) => item.id === id);
      return text;
    },
    settle(conversation, events) {
      drop(
        (item) =>
          item.conversation === conversation &&
          events.some(
            (event) => event.seq === item.seq || ('clientId' in event && event.clientId === item.id),
          ),
      );
    },
    flush() {
      for (const { conversation } of items.value) void pump(conversation);
    },
    restore() {
      place = `handrail.desk.outbox.${agent()}.`;
      items.value = kept
        .keys(place)
        .flatMap((key) => readUnsent(kept.get(key)))
        .sort((a, b) => a.at - b.at);
    },
  };
}
