// Articles of the site that may help with this conversation, as the server ranks them: to be inserted into the reply,
// and judged, for the record.
import type { VNode } from 'preact';
import type { Suggestion } from '../../../shared/protocol.ts';
import { articleKeys } from '../models/desk-keys.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { insertArticle } from './desk-steps.ts';
import { SidePart } from './side-part.tsx';

export function SideArticles({ thread }: { thread: ThreadModel }): VNode | null {
  const { words, suggestions } = useDesk();
  const articles = suggestions.articles.value;
  if (articles === undefined) return null;
  return (
    <SidePart title={words.side.articles}>
      {articles.length === 0 && <p class="soft">{words.side.noArticles}</p>}
      <ul class="articles">
        {articles.slice(0, articleKeys).map((article, at) => (
          <Article key={article.id} article={article} at={at} thread={thread} />
        ))}
      </ul>
    </SidePart>
  );
}

function Article({ article, at, thread }: { article: Suggestion; at: number; thread: ThreadModel }): VNode {
  const desk = useDesk();
  const { words, suggestions, profile, layout } = desk;
  const { id, title, text, useful } = article;
  const { view } = thread.conversation.value;
  const mine = view.status === 'claimed' && view.agent?.id === profile.value?.agent.id;
  const judge = (says: boolean) => (
    <button
      type="button"
      class="tool small"
      aria-pressed={useful === says}
      aria-label={`${says ? words.side.useful : words.side.notUseful}: ${title}`}
      title={says ? words.side.useful : words.side.notUseful}
      onClick={() => void suggestions.judge(id, says)}
    >
      <DeskIcon name={says ? 'useful' : 'useless'} />
    </button>
  );
  return (
    <li class={useful === false ? 'useless' : undefined}>
      <p class="article-title">{title}</p>
      <p class="article-text soft">{text}</p>
      <p class="article-acts">
        {mine && (
          <button
            type="button"
            class="link-button"
            aria-keyshortcuts={String(at + 1)}
            onClick={() => insertArticle(desk, thread, at)}
          >
            {words.side.insert}
            <span class="sr-only">{`: ${title}`}</span>{' '}
            {layout.singleKeys.value && (
              <span class="key" aria-hidden="true">
                {at + 1}
              </span>
            )}
          </button>
        )}
        <span class="push" />
        {judge(true)}
        {judge(false)}
      </p>
    </li>
  );
}
