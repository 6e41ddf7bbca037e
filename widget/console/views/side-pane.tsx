// The right column: the brief first, then who the customer is, their mood, what was done, and articles to insert.
import type { ComponentChildren, VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { agentBrief } from '../models/agent-brief.ts';
import { type CustomerFacts, customerFacts } from '../models/customer-facts.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { Arguments } from './arguments.tsx';
import { useDesk } from './desk-context.ts';
import { MoodLine } from './mood-line.tsx';
import { SideArticles } from './side-articles.tsx';
import { SideKnown } from './side-known.tsx';
import { SidePart } from './side-part.tsx';
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
  const { words, queue } = useDesk();
  const times = useTimes();
  const conversation = thread.conversation.value;
  const facts = customerFacts(conversation, thread.events.value);
  const brief = agentBrief(conversation, queue.row(thread.id));
  return (
    <>
      <SidePart title={words.side.brief} kind="brief">
        {brief.length === 0 && <p class="soft">{words.side.noBrief}</p>}
        <dl class="brief">
          {brief.map((line) => (
            <div key={line.field}>
              <dt>{words.side.fields[line.field] ?? line.label ?? line.field}</dt>
              <dd dir="auto">
                {line.text}
                {line.confidence !== undefined && <span class="chip">{times.percent(line.confidence)}</span>}
                {line.corrected && <span class="chip">{words.side.corrected}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </SidePart>
      <SidePart title={words.side.customer}>
        <Customer facts={facts} />
      </SidePart>
      {facts.moods.length > 0 && (
        <SidePart title={words.side.mood}>
          <MoodLine moods={facts.moods} />
        </SidePart>
      )}
      <SidePart title={words.side.actions}>
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
      </SidePart>
      {facts.known.length > 0 && (
        <SidePart title={words.side.known}>
          {facts.known.map((known) => (
            <SideKnown key={known.source} known={known} />
          ))}
        </SidePart>
      )}
      <SideArticles thread={thread} />
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
