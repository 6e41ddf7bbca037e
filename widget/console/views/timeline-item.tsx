// One item of the thread, by its kind.
import type { VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import type { ThreadModel } from '../models/thread-model.ts';
import type { QuietEvent, TimelineItem } from '../models/timeline.ts';
import type { ConsoleWords } from '../words/console-words.ts';
import { ActionLine } from './action-line.tsx';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { MessageView } from './message-view.tsx';
import { QuestionView } from './question-view.tsx';
import { useTimes } from './times.ts';
import { UnsentView } from './unsent-view.tsx';

export function TimelineItemView({
  item,
  thread,
}: {
  item: TimelineItem;
  thread: ThreadModel;
}): VNode | null {
  const { words, profile } = useDesk();
  const times = useTimes();
  switch (item.kind) {
    case 'day':
      return <p class="day-line">{times.day(item.at)}</p>;
    case 'message':
      return <MessageView item={item} thread={thread} />;
    case 'question':
      return <QuestionView item={item} thread={thread} />;
    case 'line': {
      const { line, text } = item.entry;
      const said = line === 'resolved' ? (words.resolve.outcomes as Record<string, string>)[text] : undefined;
      return (
        <p class="event-line">
          {words.thread.lines[line]?.(said ?? cleanName(text))} <time>{times.time(item.at)}</time>
        </p>
      );
    }
    case 'left': {
      const { choice, contact, text } = item.left;
      return (
        <div class="left-card">
          <p class="note-head">
            <DeskIcon name="phone" />
            {words.thread[leftAs[choice] ?? 'leftMessage']}
            <time>{times.time(item.at)}</time>
          </p>
          {contact && (
            <p>
              <strong>
                <bdi>{contact}</bdi>
              </strong>
            </p>
          )}
          {text && <RichText text={text} plain />}
        </div>
      );
    }
    case 'note':
      return (
        <div class={item.note.whisper ? 'note whisper' : 'note'}>
          <p class="note-head">
            <DeskIcon name="lock" /> {item.note.whisper ? words.thread.whisper : words.thread.note}
            <bdi>
              {item.note.by.id === profile.value?.agent.id ? words.thread.you : cleanName(item.note.by.name)}
            </bdi>
            <time>{times.time(item.at)}</time>
          </p>
          <RichText text={item.note.text} plain />
        </div>
      );
    case 'action':
      return <ActionLine event={item.event} site={thread.conversation.value.view.site} />;
    case 'quiet': {
      const text = quietText(item.event, words);
      return text ? (
        <p class="quiet-line">
          <Icon name="info" /> {text} <time>{times.time(item.at)}</time>
        </p>
      ) : null;
    }
    case 'unsent':
      return <UnsentView item={item.item} />;
  }
}

/** What stands over what a customer left. */
const leftAs: Record<string, 'callback' | 'mailMe'> = { callback: 'callback', mail: 'mailMe' };

function quietText(event: QuietEvent, words: ConsoleWords): string | undefined {
  const { quiet } = words.thread;
  switch (event.type) {
    case 'identified':
      return quiet.identified?.(cleanName(event.name ?? event.customer));
    case 'corrected':
      return event.by === 'customer' ? quiet.corrected?.(event.text ?? '') : undefined;
    case 'rated':
      return `${quiet.rated?.(String(event.score))}${event.comment ? `: ${event.comment}` : ''}`;
    case 'erased':
      return quiet.erased?.('');
    case 'assigned':
      return quiet.assigned?.(`${cleanName(event.to.name)} (${cleanName(event.by.name)})`);
    case 'mailed':
      return quiet.mailed?.(event.outcome);
    case 'nudged':
      return quiet.nudged?.(cleanName(event.agent.name));
    case 'asked':
      return quiet[event.what]?.('');
  }
}
