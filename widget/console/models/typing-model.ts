// Who is typing, both ways: the agent's is told to the customer at most every few seconds, the customer's fades.
import type { Clock } from '../../ui/clock.ts';
import type { DeskConnection } from './desk-connection.ts';
import type { ThreadsModel } from './threads-model.ts';

export interface TypingModel {
  /** The agent types a reply (a note is nobody's business). */
  tell(conversation: string): void;
  /** The customer types. */
  hear(conversation: string): void;
}

/** ms between two tellings, and after which the customer's typing is over. */
const pace = 3_000;
const fades = 6_000;

export function createTypingModel(
  connection: DeskConnection,
  threads: ThreadsModel,
  clock: Clock,
): TypingModel {
  const told = new Map<string, number>();
  return {
    tell(conversation) {
      const now = clock.now();
      if (connection.state.value !== 'online' || now - (told.get(conversation) ?? 0) < pace) return;
      told.set(conversation, now);
      void connection.send('typing', { conversation });
    },
    hear(conversation) {
      const thread = threads.held.value.get(conversation);
      if (!thread) return;
      const until = clock.now() + fades;
      thread.typingUntil.value = until;
      clock.after(fades, () => {
        if (thread.typingUntil.value === until) thread.typingUntil.value = 0;
      });
    },
  };
}
