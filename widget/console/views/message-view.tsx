// A message in the thread as customer and colleagues see it; under the assistant's own, why it was said.
import type { VNode } from 'preact';
import { Avatar } from '../../ui/bubble.tsx';
import { CardIcon } from '../../ui/card-icon.tsx';
import { cleanName } from '../../ui/clean-text.ts';
import { FileView } from '../../ui/file-view.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import type { ThreadModel } from '../models/thread-model.ts';
import type { TimelineItem } from '../models/timeline.ts';
import { useDesk } from './desk-context.ts';
import { useTimes } from './times.ts';
import { WhyButton, WhyPanel } from './why-panel.tsx';

type Item = Extract<TimelineItem, { kind: 'message' }>;

export function MessageView({ item, thread }: { item: Item; thread: ThreadModel }): VNode {
  const { words, profile, threads } = useDesk();
  const times = useTimes();
  const { entry } = item;
  const seenAt = thread.lastSeen.value === entry.seq ? thread.customerSaw.value?.at : undefined;
  if (entry.from === 'system')
    return (
      <div class="system-line">
        <RichText text={entry.text} /> <time>{times.time(entry.at)}</time>
      </div>
    );
  const own = entry.from === 'agent' && entry.name === profile.value?.agent.name;
  const customer = thread.conversation.value.view.customer?.name;
  const name = cleanName(entry.from === 'customer' ? (customer ?? words.someone) : (entry.name ?? ''));
  const role =
    entry.from === 'customer'
      ? words.thread.customer
      : entry.from === 'assistant'
        ? words.thread.automated
        : own
          ? words.thread.you
          : words.thread.person;
  return (
    <div class={`said said-${entry.from}${item.grouped ? ' grouped' : ''}`}>
      {!item.grouped && (
        <p class="said-head" aria-hidden="true">
          <Avatar role={entry.from === 'agent' ? 'person' : entry.from} name={name} />
          <bdi class="speaker">{name}</bdi>
          <span class="soft">{role}</span>
          <time>{times.time(entry.at)}</time>
        </p>
      )}
      <div class="said-body">
        <span class="sr-only">{`${name}, ${role}, ${times.time(entry.at)}: `}</span>
        {entry.file ? (
          <FileView
            name={entry.text}
            file={entry.file}
            locale="en"
            save={words.files.save(entry.text)}
            missing={words.errors.not_found}
            address={() => threads.fileAt(thread.id, entry.seq)}
          />
        ) : (
          <RichText text={entry.text} plain={entry.from === 'customer'} />
        )}
        {entry.receipt && (
          <div class="receipt">
            {entry.undone ? <CardIcon name="undo" /> : <Icon name="check" />}
            <span>
              {entry.receipt.label}
              {entry.undone && ` (${words.thread.undone})`}
            </span>
            {entry.receipt.reference && <code>{entry.receipt.reference}</code>}
            {entry.receipt.undoUntil !== undefined && !entry.undone && (
              <span class="soft">{`${words.thread.undoUntil} ${times.time(entry.receipt.undoUntil)}`}</span>
            )}
          </div>
        )}
        {entry.articles?.map((article) => (
          <span class="chip" key={article.id}>
            {article.title}
          </span>
        ))}
      </div>
      {/* Said by nobody each time it moves: whoever wants to know finds it there. */}
      {entry.from === 'agent' && (
        <p class="soft seen-at" aria-live="off">
          {seenAt && `${words.thread.seen} ${times.time(seenAt)}`}
        </p>
      )}
      {item.explained && <WhyButton conversation={thread.id} seq={entry.seq} />}
      {item.explained && <WhyPanel thread={thread} seq={entry.seq} />}
    </div>
  );
}
