// Articles for the conversation on screen, as the server ranks them: asked for when it is opened and when the
// customer has written on, with what the agent says of each.
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Failure } from '../../../shared/errors.ts';
import type { Suggestion } from '../../../shared/protocol.ts';
import type { DeskConnection } from './desk-connection.ts';
import type { ThreadsModel } from './threads-model.ts';

export interface SuggestionsModel {
  /** Of the conversation on screen, best first; undefined before the first answer. */
  articles: ReadonlySignal<readonly Suggestion[] | undefined>;
  judge(article: string, useful: boolean): Promise<void>;
  start(): () => void;
}

export function createSuggestionsModel(
  connection: DeskConnection,
  threads: ThreadsModel,
  failed: (failure: Failure) => void,
): SuggestionsModel {
  const articles = signal<readonly Suggestion[]>();
  /** What was written last decides; without a message there is nothing to go by. */
  const lastSaid = computed(() => threads.open.value?.conversation.value.inside.lastMessage?.seq);
  let of: string | undefined;

  async function ask(conversation: string): Promise<void> {
    const answer = await connection.send('suggest', { conversation });
    if (answer.ok && of === conversation) articles.value = answer.articles;
  }

  return {
    articles,
    async judge(article, useful) {
      const conversation = of;
      if (conversation === undefined) return;
      const before = articles.value;
      articles.value = before?.map((one) => (one.id === article ? { ...one, useful } : one));
      const answer = await connection.send('judge', { conversation, article, useful });
      if (answer.ok) return;
      if (of === conversation) articles.value = before;
      failed(answer.error);
    },
    start: () =>
      effect(() => {
        const id = threads.selected.value;
        const asks = lastSaid.value !== undefined && connection.state.value === 'online';
        untracked(() => {
          if (id !== of) articles.value = undefined;
          of = id;
          if (id !== undefined && asks) void ask(id);
        });
      }),
  };
}
