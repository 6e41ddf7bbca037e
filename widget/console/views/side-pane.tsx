// The right column: the brief first, then who the customer is, their mood, what was done, and articles to insert.
import type { ComponentChildren, VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { type CustomerFacts, customerFacts } from '../models/customer-facts.ts';
import { rankArticles } from '../models/rank-articles.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { Arguments } from './arguments.tsx';
import { useDesk } from './desk-context.ts';
import { focusComposer } from './desk-steps.ts';
import { MoodLine } from './mood-line.tsx';
import { useTimes } from './times.ts';

export function SidePane(): VNode {
  const { words, threads, layout } = useDesk();
  const thread = threads.open.value;
  return (
    <aside class={`side${layout.details.value ? ' open' : ''}`} aria-label={words.side.label}>
      {thread && thread.events.value.length > 0 ? (
        <SideOf key={thread.id} thread={thread} />
      ) : (
        <p class="side-empty soft">{words.side.none}</p>
      )}
    </aside>
  );
}

function SideOf({ thread }: { thread: ThreadModel }): VNode {
  const { words } = useDesk();
  const conversation = thread.conversation.value;
  const facts = customerFacts(conversation, thread.events.value);
  const { brief } = conversation.view;
  return (
    <>
      <Part title={words.side.brief} kind="brief">
        {brief.length === 0 && <p class="soft">{words.side.noBrief}</p>}
        <dl class="brief">
          {brief.map((line) => (
            <div key={line.field}>
              <dt>{line.label}</dt>
              <dd dir="auto">
                {line.text}
                {line.corrected && <span class="chip">{words.side.corrected}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={words.side.customer}>
        <Customer facts={facts} />
      </Part>
      {facts.moods.length > 0 && (
        <Part title={words.side.mood}>
          <MoodLine moods={facts.moods} />
        </Part>
      )}
      <Part title={words.side.actions}>
        {facts.actions.length === 0 && <p class="soft">{words.side.noActions}</p>}
        {facts.actions.map((proposal) => (
          <details key={proposal.id} class={`done done-${proposal.status}`}>
            <summary>
              <code>{proposal.action}</code>
              <span class="soft">
                {proposal.undone === 'done' ? words.thread.undone : words.side.proposal[proposal.status]}
              </span>
            </summary>
            <Arguments values={proposal.arguments} />
          </details>
        ))}
      </Part>
      {facts.known.length > 0 && (
        <Part title={words.side.known}>
          {facts.known.map(({ source, value, age }) => (
            <details key={source}>
              <summary>
                {source}
                {age !== undefined && (
                  <span class="soft"> {words.side.age(words.durationLong(age / 1000))}</span>
                )}
              </summary>
              <pre class="known">{JSON.stringify(value, null, 1)}</pre>
            </details>
          ))}
        </Part>
      )}
      <Articles thread={thread} />
    </>
  );
}

function Customer({ facts }: { facts: CustomerFacts }): VNode {
  const { words } = useDesk();
  const times = useTimes();
  const row = (label: string, value: ComponentChildren) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <>
      <p class="customer-name">
        <bdi>{facts.name ? cleanName(facts.name) : words.side.anonymous}</bdi>
        {facts.vip && <span class="chip chip-vip">{words.side.vip}</span>}
      </p>
      <dl class="facts">
        {facts.id && row(words.side.verified, <code>{facts.id}</code>)}
        {facts.email && row(words.side.email, <bdi>{facts.email}</bdi>)}
        {row(words.side.channel, facts.channel)}
        {row(words.side.language, facts.locale)}
        {row(words.side.began, times.full(facts.began))}
      </dl>
    </>
  );
}

const articlesShown = 4;

function Articles({ thread }: { thread: ThreadModel }): VNode | null {
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
    <Part title={words.side.articles}>
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
    </Part>
  );
}

function Part({
  title,
  kind,
  children,
}: {
  title: string;
  kind?: string;
  children: ComponentChildren;
}): VNode {
  return (
    <section class={`side-part${kind ? ` side-${kind}` : ''}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
