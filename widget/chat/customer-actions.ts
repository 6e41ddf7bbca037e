// What the customer can do beside writing: each becomes a parcel in the outbox, so that each is sent once, in order.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { CustomerPayload } from '../../shared/protocol.ts';
import type { CustomerConnection } from './customer-connection.ts';
import type { Outbox } from './outbox-model.ts';
import type { Thread } from './thread-model.ts';

export interface CustomerActions {
  choose(question: string, choice: string): void;
  askPerson(): void;
  undo(proposal: string): void;
  /** What the waiting customer prefers (H3). */
  preferWait(choice: Omit<CustomerPayload<'wait'>, 'id'>): void;
  /** Mends a line of the brief (H6). */
  correct(field: string, text: string): void;
  rate(score: number, comment: string): void;
  /** Asks the server without the outbox, for what is of use only now: a place for a file, a copy. */
  ask: CustomerConnection['send'];
  /** A new conversation after one was resolved. */
  begin(): Promise<void>;
  readonly beginning: ReadonlySignal<boolean>;
  /** Conversations that were rated on this screen. */
  readonly rated: ReadonlySignal<ReadonlySet<string>>;
}

interface Parts {
  outbox: Outbox;
  newId(): string;
  connection: CustomerConnection;
  thread: Thread;
}

/** Actions over an outbox. */
export function customerActions({ outbox, newId, connection, thread }: Parts): CustomerActions {
  const beginning = signal(false);
  const rated = signal<ReadonlySet<string>>(new Set());
  const isUnderWay = (event: string, key: string, value: string) =>
    outbox.parcels.peek().some((parcel) => {
      const payload = parcel.payload as Record<string, unknown>;
      return parcel.event === event && payload[key] === value && parcel.state !== 'failed';
    });
  return {
    beginning,
    rated,
    choose(question, choice) {
      // One press is one answer: a second while the first is under way is the same finger.
      if (isUnderWay('choice', 'question', question)) return;
      outbox.add({ event: 'choice', payload: { id: newId(), question, choice } });
    },
    askPerson() {
      if (outbox.parcels.peek().some(({ event }) => event === 'human')) return;
      outbox.add({ event: 'human', payload: { id: newId() } });
    },
    undo(proposal) {
      if (isUnderWay('undo', 'proposal', proposal)) return;
      outbox.add({ event: 'undo', payload: { id: newId(), proposal } });
    },
    preferWait: (choice) => outbox.add({ event: 'wait', payload: { id: newId(), ...choice } }),
    correct: (field, text) => outbox.add({ event: 'correct', payload: { id: newId(), field, text } }),
    rate(score, comment) {
      const id = thread.conversation.peek();
      if (!id || rated.peek().has(id)) return;
      rated.value = new Set([...rated.peek(), id]);
      const said = comment.trim().slice(0, 2000);
      outbox.add({ event: 'rating', payload: { id: newId(), score, ...(said ? { comment: said } : {}) } });
    },
    ask: connection.send,
    async begin() {
      if (beginning.peek()) return;
      beginning.value = true;
      const answer = await connection.send('begin', { id: newId() });
      beginning.value = false;
      if (!answer.ok) return;
      thread.enter(answer.conversation);
      if (thread.view.peek().seq === 0) await thread.catchUp();
    },
  };
}
