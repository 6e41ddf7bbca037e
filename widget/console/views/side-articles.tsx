// Articles of the site that may help with this conversation, to be inserted into the reply.
import type { VNode } from 'preact';
import { rankArticles } from '../models/rank-articles.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { useDesk } from './desk-context.ts';
import { focusComposer } from './desk-steps.ts';
import { SidePart } from './side-part.tsx';

const articlesShown = 4;

export function SideArticles({ thread }: { thread: ThreadModel }): VNode | null {
  const { words, profile, drafts } = useDesk();
  const { view, inside } = thread.conversation.value;
  const site = profile.value?.sites.find((each) => each.id === view.site);
  if (!site || site.articles.length === 0) return null;
  const said = view.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'customer' ? [entry.text] : [],
  );
  const intents = inside.intents.map((id) => site.intents.find((intent) => intent.id === id)?.label ?? id);
  const mine = view.status === 'claimed' && view.agent?.id === profile.value?.agent.id;
  const insert = (title: string, url: string | undefined) => {
    const { reply } = drafts.of(thread.id);
    const link = url ? `[${title}](${url})` : title;
    drafts.write(thread.id, 'reply', reply ? `${reply} ${link}` : link);
    requestAnimationFrame(focusComposer);
  };
  return (
    <SidePart title={words.side.articles}>
      <ul class="articles">
        {rankArticles(site.articles, [...said, ...intents])
          .slice(0, articlesShown)
          .map(({ id, title, url }) => (
            <li key={id}>
              <span>{title}</span>
              {mine && (
                <button
                  type="button"
                  class="link-button"
                  aria-label={`${words.side.insert}: ${title}`}
                  onClick={() => insert(title, url)}
                >
                  {words.side.insert}
                </button>
              )}
            </li>
          ))}
      </ul>
    </SidePart>
  );
}
