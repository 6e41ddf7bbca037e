// The customer's conversations as the sheet shows them: asked for page by page, and one of them read again, event by event
// through the same fold as the thread. No DOM; it lives as long as the sheet, so that nothing of it outlasts a customer.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { applyVisible, emptyView } from '../../shared/apply-visible.ts';
import type { CustomerView } from '../../shared/conversation.ts';
import type { ConversationLine } from '../../shared/protocol.ts';
import type { CustomerConnection } from './customer-connection.ts';

type State = 'loading' | 'ready' | 'failed';

export interface Reading {
  line: ConversationLine;
  view: CustomerView;
  state: State;
}

export interface Earlier {
  /** Latest first. */
  readonly lines: ReadonlySignal<readonly ConversationLine[]>;
  readonly state: ReadonlySignal<State>;
  /** There are further ones. */
  readonly more: ReadonlySignal<boolean>;
  /** The one that is read again. */
  readonly reading: ReadonlySignal<Reading | undefined>;
  /** From the latest on; what is listed stays until the answer is here. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  read(line: ConversationLine): Promise<void>;
  /** Back to the list. */
  close(): void;
}

export function createEarlier(ask: CustomerConnection['send']): Earlier {
  const lines = signal<readonly ConversationLine[]>([]);
  const state = signal<State>('loading');
  const more = signal(false);
  const reading = signal<Reading>();

  async function fetch(before: { at: number; id: string } | undefined): Promise<void> {
    state.value = 'loading';
    const answer = await ask('conversations', before ? { before } : {});
    state.value = answer.ok ? 'ready' : 'failed';
    if (!answer.ok) return;
    const shown = new Set(before ? lines.peek().map((line) => line.conversation) : []);
    const added = answer.conversations.filter((line) => !shown.has(line.conversation));
    lines.value = before ? [...lines.peek(), ...added] : added;
    more.value = answer.more;
  }

  return {
    lines,
    state,
    more,
    reading,
    load: () => fetch(undefined),
    async loadMore() {
      const last = lines.peek().at(-1);
      if (last && state.peek() !== 'loading') await fetch({ at: last.at, id: last.conversation });
    },
    async read(line) {
      const { conversation } = line;
      const isShown = () => reading.peek()?.line.conversation === conversation;
      // What came before a failure is gone on with.
      let view = isShown() ? reading.peek()!.view : emptyView;
      const show = (state: State) => {
        reading.value = { line, view, state };
      };
      show('loading');
      for (;;) {
        const answer = await ask('sync', { conversation, after: view.seq, once: true });
        if (!isShown()) return;
        if (!answer.ok) return show('failed');
        if (answer.events.length === 0) break;
        for (const event of answer.events) view = applyVisible(view, event);
      }
      show('ready');
      lines.value = lines.peek().map((one) => (one.conversation === conversation ? asRead(one) : one));
    },
    close() {
      reading.value = undefined;
    },
  };
}

function asRead({ unread: _, ...line }: ConversationLine): ConversationLine {
  return line;
}
