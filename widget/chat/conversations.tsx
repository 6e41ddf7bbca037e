// The returning customer's conversations: a list with date, first words and state. What is open is gone on with in the
// thread; what has ended is read again here.
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ConversationLine } from '../../shared/protocol.ts';
import { cleanName, cleanText } from '../ui/clean-text.ts';
import type { Words } from '../ui/words.ts';
import { useLaterChat } from './chat-context.ts';
import { dateInWords } from './date-in-words.ts';
import type { DrawRow } from './draw-row.ts';
import { createEarlier, type Earlier } from './earlier-model.ts';
import { Languages } from './languages.tsx';
import { ReadAgain } from './read-again.tsx';
import { leaveSheet } from './sheet-shown.ts';
import { SheetTop } from './sheet-top.tsx';

export function Conversations({ row }: { row: DrawRow }): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const earlier = useMemo(() => createEarlier(chat.ask), [chat]);
  const online = chat.connection.value === 'online' && chat.welcome.value !== undefined;
  const reading = earlier.reading.value;
  const from = useRef('');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (online) void earlier.load();
  }, [online, earlier]);
  // Whoever comes back from one stands where they left the list.
  useEffect(() => {
    if (reading) from.current = reading.line.conversation;
    else if (from.current)
      list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(from.current)}"]`)?.focus();
  }, [reading === undefined]);
  if (reading) return <ReadAgain reading={reading} earlier={earlier} row={row} />;

  const lines = earlier.lines.value;
  const state = earlier.state.value;
  const open = (line: ConversationLine) => {
    if (line.conversation === chat.conversation.peek()) return leaveSheet('.composer textarea');
    // Another one of theirs is open by now: the server leads there.
    if (line.status !== 'resolved') {
      chat.reconnect();
      return leaveSheet('.composer textarea');
    }
    return void earlier.read(line);
  };
  return (
    <>
      <SheetTop title={t('conversations')} back={() => leaveSheet('.sheet-button')} />
      <div class="sheet-body">
        <ul ref={list} class="conversations">
          {lines.map((line) => (
            <Line
              key={line.conversation}
              line={line}
              current={line.conversation === chat.conversation.value}
              open={open}
            />
          ))}
        </ul>
        <p class="sheet-note" role="status">
          {!online && lines.length === 0
            ? t('listOffline')
            : state === 'loading' && lines.length === 0
              ? t('listLoading')
              : state === 'ready' && lines.length < 2
                ? t('listNone')
                : ''}
        </p>
        <After earlier={earlier} online={online} />
      </div>
      <Languages />
    </>
  );
}

/** How the list goes on: further ones, or another try. */
function After({ earlier, online }: { earlier: Earlier; online: boolean }): VNode | null {
  const { t } = useLaterChat().words;
  const failed = online && earlier.state.value === 'failed';
  if (failed)
    return (
      <p class="sheet-note" role="alert">
        {t('listFailed')}{' '}
        <button type="button" class="link-button" onClick={() => void earlier.load()}>
          {t('retry')}
        </button>
      </p>
    );
  if (!earlier.more.value) return null;
  return (
    <button
      type="button"
      class="button sheet-more"
      disabled={!online || earlier.state.value === 'loading'}
      onClick={() => void earlier.loadMore()}
    >
      {t('listMore')}
    </button>
  );
}

interface LineProps {
  line: ConversationLine;
  /** It stands in the thread. */
  current: boolean;
  open(line: ConversationLine): void;
}

function Line({ line, current, open }: LineProps): VNode {
  const { words } = useLaterChat();
  const { t } = words;
  return (
    <li>
      <button
        type="button"
        class="conversation"
        data-id={line.conversation}
        aria-current={current}
        onClick={() => open(line)}
      >
        <span class="conversation-text" dir="auto">
          {line.text ? cleanText(line.text) : t('nothingSaid')}
        </span>
        <span class="conversation-foot">
          <time>{dateInWords(line.at, words.locale)}</time>
          <span aria-hidden="true">·</span>
          <span class={`conversation-state is-${line.status}`}>{stateInWords(line, words)}</span>
          {current && <span class="conversation-mark">{t('thisOne')}</span>}
          {line.unread && !current && <span class="conversation-mark unread">{t('unreadMark')}</span>}
        </span>
      </button>
    </li>
  );
}

function stateInWords({ status, agent }: ConversationLine, { t }: Words): string {
  if (status === 'claimed' && agent) return t('hereNow', { name: cleanName(agent) });
  const states = {
    assistant: t('isOpen'),
    waiting: t('isWaiting'),
    claimed: t('isWithPerson'),
    left: t('isLeft'),
    resolved: t('isEnded'),
  };
  return states[status];
}
