// What the customer has not seen yet: counted while the panel is closed, kept across pages, told to the server.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { CustomerView, Entry } from '../../shared/conversation.ts';
import type { VisitorMemory } from './visitor-memory.ts';

interface Parts {
  view: ReadonlySignal<CustomerView>;
  conversation: ReadonlySignal<string | undefined>;
  /** The panel is open before the customer. */
  visible: ReadonlySignal<boolean>;
  memory: ReadonlySignal<VisitorMemory>;
  /** Tells the server and the other pages how far the customer has seen. */
  tell(conversation: string, seq: number): void;
}

export interface Unread {
  readonly count: ReadonlySignal<number>;
  /** The customer saw it on another page. */
  seenElsewhere(conversation: string, seq: number): void;
  dispose(): void;
}

/** Counts messages and questions of others beyond the last seen seq. */
export function createUnread({ view, conversation, visible, memory, tell }: Parts): Unread {
  const seen = signal(-1);
  let of: string | undefined;
  const dispose = effect(() => {
    const id = conversation.value;
    const { seq } = view.value;
    if (!id) return;
    if (of !== id) {
      of = id;
      seen.value = memory.peek().seen(id);
    }
    if (!visible.value || seq <= seen.peek() || seq === 0) return;
    seen.value = seq;
    memory.peek().keepSeen(id, seq);
    tell(id, seq);
  });
  return {
    count: computed(
      () => view.value.entries.filter((entry) => entry.seq > seen.value && isOthers(entry)).length,
    ),
    seenElsewhere(id, seq) {
      if (id === of) seen.value = Math.max(seen.peek(), seq);
    },
    dispose,
  };
}

function isOthers(entry: Entry): boolean {
  return entry.kind === 'question' || (entry.kind === 'message' && entry.from !== 'customer');
}
