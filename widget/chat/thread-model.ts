// The conversation on screen: events folded in order, gaps asked for, a new conversation below the former one.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { applyVisible, emptyView } from '../../shared/apply-visible.ts';
import type { CustomerView, Entry } from '../../shared/conversation.ts';
import type { SentEvent } from '../../shared/events.ts';
import type { EventBatch } from '../../shared/protocol.ts';

export interface Thread {
  readonly view: ReadonlySignal<CustomerView>;
  readonly conversation: ReadonlySignal<string | undefined>;
  /** Entries of conversations that ended on this screen, oldest first. */
  readonly former: ReadonlySignal<Entry[][]>;
  /** From where to go on after a reconnect. */
  after(): { conversation: string; seq: number } | undefined;
  /** The server says which conversation this is. */
  enter(conversation: string): void;
  take(batch: EventBatch): void;
  /** Asks for what may have been missed. */
  catchUp(): Promise<void>;
  /** Leaves no trace on screen. */
  clear(): void;
}

/** `ask` answers the events after a seq, or undefined when it cannot now. */
export function createThread(
  ask: (conversation: string, after: number) => Promise<SentEvent[] | undefined>,
): Thread {
  const view = signal<CustomerView>(emptyView);
  const conversation = signal<string>();
  const former = signal<Entry[][]>([]);
  let asking = false;
  let missed = false;

  return {
    view,
    conversation,
    former,
    after: () =>
      conversation.value === undefined
        ? undefined
        : { conversation: conversation.value, seq: view.value.seq },
    enter,
    take(batch) {
      if (batch.conversation !== conversation.value) {
        // Another conversation is only taken up from its beginning: the one that `begin` made.
        if (batch.events[0]?.prev !== 0) return;
        enter(batch.conversation);
      }
      if (!fold(batch.events)) void catchUp();
    },
    catchUp,
    clear() {
      view.value = emptyView;
      conversation.value = undefined;
      former.value = [];
    },
  };

  function enter(id: string): void {
    if (conversation.value === id) return;
    if (view.value.entries.length > 0) former.value = [...former.value, view.value.entries];
    view.value = emptyView;
    conversation.value = id;
  }

  /** False when an event does not join on to what is here. */
  function fold(events: SentEvent[]): boolean {
    let next = view.value;
    let joins = true;
    for (const event of events) {
      if (event.seq <= next.seq) continue;
      if (event.prev > next.seq) {
        joins = false;
        break;
      }
      next = applyVisible(next, event);
    }
    view.value = next;
    return joins;
  }

  async function catchUp(): Promise<void> {
    missed = true;
    if (asking) return;
    asking = true;
    while (missed) {
      missed = false;
      const place = conversation.value && { id: conversation.value, seq: view.value.seq };
      if (!place) break;
      const events = await ask(place.id, place.seq);
      // Cut off: the next connect brings what is missing.
      if (events && place.id === conversation.value) fold(events);
    }
    asking = false;
  }
}
