// What the customer can do beside writing and asking for a person: each becomes a parcel in the outbox, so that each is
// sent once, in order. Comes with later-parts.tsx, as does what is pressed for it.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { madeOnce } from '../../shared/made-once.ts';
import type { CustomerPayload } from '../../shared/protocol.ts';
import type { Chat } from './chat-model.ts';

export interface CustomerActions {
  choose(question: string, choice: string): void;
  undo(proposal: string): void;
  /** What the waiting customer prefers (H3); gives the parcel's id. */
  preferWait(choice: Omit<CustomerPayload<'wait'>, 'id'>): string;
  /** Mends a line of the brief (H6). */
  correct(field: string, text: string): void;
  rate(score: number, comment: string): void;
  /** A new conversation after one was resolved. */
  begin(): Promise<void>;
  readonly beginning: ReadonlySignal<boolean>;
  /** Conversations that were rated on this screen. */
  readonly rated: ReadonlySignal<ReadonlySet<string>>;
}

/** The actions of a chat: the same at each call, so that all of its components know what was rated or begun. */
export const actionsOf = madeOnce(customerActions);

function customerActions({ outbox, newId, ask, thread }: Chat): CustomerActions {
  const beginning = signal(false);
  const rated = signal<ReadonlySet<string>>(new Set());
  const isUnderWay = (event: string, key: string, value: string) =>
    outbox.parcels.peek().some((parcel) => {
      const payload = parcel.payload as Record<string, unknown>;
      return parcel.event === event && payload[key] === value && parcel.state !== 'failed';
    });
  /** What is said of a conversation stays with it, also when it is sent after another has begun. */
  const where = () => {
    const conversation = thread.conversation.peek();
    return conversation ? { conversation } : {};
  };
  return {
    beginning,
    rated,
    choose(question, choice) {
      // One press is one answer: a second while the first is under way is the same finger.
      if (isUnderWay('choice', 'question', question)) return;
      outbox.add({ event: 'choice', payload: { id: newId(), question, choice } });
    },
    undo(proposal) {
      if (isUnderWay('undo', 'proposal', proposal)) return;
      outbox.add({ event: 'undo', payload: { id: newId(), proposal } });
    },
    preferWait(choice) {
      const id = newId();
      outbox.add({ event: 'wait', payload: { id, ...choice } });
      return id;
    },
    correct: (field, text) =>
      outbox.add({ event: 'correct', payload: { id: newId(), ...where(), field, text } }),
    rate(score, comment) {
      const id = thread.conversation.peek();
      if (!id || rated.peek().has(id)) return;
      rated.value = new Set([...rated.peek(), id]);
      const said = comment.trim().slice(0, 2000);
      outbox.add({
        event: 'rating',
        payload: { id: newId(), ...where(), score, ...(said ? { comment: said } : {}) },
      });
    },
    async begin() {
      if (beginning.peek()) return;
      beginning.value = true;
      const answer = await ask('begin', { id: newId() });
      beginning.value = false;
      outbox.trouble.value = answer.ok ? undefined : answer.error;
      if (!answer.ok) return;
      thread.enter(answer.conversation);
      if (thread.view.peek().seq === 0) await thread.catchUp();
    },
  };
}
