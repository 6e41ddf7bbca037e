// One conversation that has ended, to read: its bubbles and receipts as they were, a copy to keep, and the way on.
import { signal } from '@preact/signals-core';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ChatContext, useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import { dateInWords } from './date-in-words.ts';
import type { DrawRow } from './draw-row.ts';
import type { Earlier, Reading } from './earlier-model.ts';
import { KeepCopy } from './keep-copy.tsx';
import { leaveSheet } from './sheet-shown.ts';
import { SheetTop } from './sheet-top.tsx';
import { threadRows } from './thread-rows.ts';

interface Props {
  reading: Reading;
  earlier: Earlier;
  row: DrawRow;
}

export function ReadAgain({ reading, earlier, row: ThreadRow }: Props): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const { line, view, state } = reading;
  const root = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => signal(words), []);
  shown.value = words;
  useEffect(() => root.current?.closest('.sheet')?.querySelector<HTMLElement>('h2')?.focus(), []);
  const online = chat.connection.value === 'online';
  // What lost its connection on the way goes on with it.
  useEffect(() => {
    if (online && earlier.reading.peek()?.state === 'failed') void earlier.read(line);
  }, [online]);
  const present = chat.view.value;
  const ended = present.status === 'resolved';
  const begun = present.entries.some((entry) => entry.kind === 'message' && entry.from === 'customer');
  const goOn = async () => {
    if (ended) await actionsOf(chat).begin();
    leaveSheet('.composer textarea');
  };
  return (
    <>
      <SheetTop title={dateInWords(line.at, words.locale)} back={earlier.close} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section ref={root} class="sheet-body read-again" aria-label={t('thread')} tabIndex={0}>
        <ChatContext value={{ chat, words: shown, of: line.conversation }}>
          <div class="rows">
            {threadRows(view.entries, []).map((row) => (
              <ThreadRow key={row.key} row={row} closed />
            ))}
          </div>
          {state === 'loading' && (
            <p class="sheet-note" role="status">
              {t('readLoading')}
            </p>
          )}
          {state === 'failed' && (
            <p class="sheet-note" role="alert">
              {t('readFailed')}{' '}
              <button type="button" class="link-button" onClick={() => void earlier.read(line)}>
                {t('retry')}
              </button>
            </p>
          )}
          {state === 'ready' && (
            <div class="read-end">
              <p class="soft">{t('readOnly')}</p>
              <KeepCopy />
            </div>
          )}
        </ChatContext>
      </section>
      <div class="sheet-foot">
        <button
          type="button"
          class="button primary"
          disabled={actionsOf(chat).beginning.value}
          onClick={() => void goOn()}
        >
          {t(!ended && begun ? 'goOn' : 'startAgain')}
        </button>
      </div>
    </>
  );
}
