// "Seen", both ways: the customer of who has their conversation learns how far it was read, and the agent of who read theirs.
import type { DeskConnection } from './desk-connection.ts';
import type { ThreadModel } from './thread-model.ts';
import type { ThreadsModel } from './threads-model.ts';

export interface SeenModel {
  /** The agent looks at this conversation now. */
  tell(thread: ThreadModel): void;
}

export function createSeenModel(
  connection: DeskConnection,
  threads: ThreadsModel,
  agent: () => string | undefined,
): SeenModel {
  const told = new WeakMap<ThreadModel, number>();
  connection.on('seen', ({ conversation, seq, at }) => {
    const thread = threads.held.value.get(conversation);
    if (thread && seq > (thread.customerSaw.value?.seq ?? 0)) thread.customerSaw.value = { seq, at };
  });
  return {
    tell(thread) {
      const seq = thread.seq();
      const mine = thread.conversation.value.view.agent?.id === agent();
      if (!mine || connection.state.value !== 'online' || seq <= (told.get(thread) ?? 0)) return;
      told.set(thread, seq);
      void connection.send('seen', { conversation: thread.id, seq });
    },
  };
}
