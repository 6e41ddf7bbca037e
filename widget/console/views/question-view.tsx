// A question or a confirmation as the customer saw it: what could be pressed, what was, and why it was asked.
import type { VNode } from 'preact';
import { Avatar } from '../../ui/bubble.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import type { ThreadModel } from '../models/thread-model.ts';
import type { TimelineItem } from '../models/timeline.ts';
import { useDesk } from './desk-context.ts';
import { useTimes } from './times.ts';
import { WhyButton, WhyPanel } from './why-panel.tsx';

type Item = Extract<TimelineItem, { kind: 'question' }>;

export function QuestionView({ item, thread }: { item: Item; thread: ThreadModel }): VNode {
  const { words } = useDesk();
  const times = useTimes();
  const { question, answer, lapsed, seq, at } = item.entry;
  const confirm = question.kind === 'confirm';
  const state = lapsed
    ? (words.thread.lapsed[lapsed] ?? lapsed)
    : answer
      ? answer.by === 'typed'
        ? words.thread.typed
        : words.thread.pressed
      : words.thread.open;
  return (
    <div class="said said-assistant">
      <p class="said-head">
        {/* biome-ignore lint/a11y/useValidAriaRole: the speaker's role, a property of our own */}
        <Avatar role="assistant" name="" />
        <span class="speaker">{confirm ? words.thread.confirmation : words.thread.question}</span>
        <span class="soft">{state}</span>
        <time>{times.time(at)}</time>
      </p>
      <div class={`said-body asked${confirm ? ' asked-confirm' : ''}`}>
        {question.card ? (
          <>
            <p class="card-title">{question.card.title}</p>
            <p>{question.card.effect}</p>
            {question.card.money && <p>{question.card.money}</p>}
            <p class="soft">{question.card.undoable}</p>
          </>
        ) : (
          <RichText text={question.text} />
        )}
        <ul class="choices">
          {question.choices.map((choice) => {
            const chosen = answer?.choice === choice.id;
            return (
              <li
                key={choice.id}
                class={`choice${chosen ? ' chosen' : ''}${choice.style ? ` choice-${choice.style}` : ''}`}
              >
                {chosen && <Icon name="check" />}
                {choice.label}
                {chosen && <span class="sr-only">{`, ${state}`}</span>}
              </li>
            );
          })}
        </ul>
      </div>
      <WhyButton conversation={thread.id} seq={seq} />
      <WhyPanel thread={thread} seq={seq} />
    </div>
  );
}
