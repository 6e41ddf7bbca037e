// The conversation as a log: follows the newest row unless the reader has scrolled up, then offers the way down.
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { intlIsWarming } from '../ui/warm-intl.ts';
import { useChat } from './chat-context.ts';
import { ThreadRow } from './thread-row.tsx';
import { threadRows } from './thread-rows.ts';
import { useLater } from './use-later.ts';

/** Closer to the end than this counts as reading the newest (px). */
const nearEnd = 80;

export function Thread(): VNode {
  const { chat, words } = useChat();
  const { t } = words;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  /** As last seen: where it stood, and how high content and window were. */
  const seen = useRef({ top: 0, content: 0, height: 0 });
  const [away, setAway] = useState(false);
  const view = chat.view.value;
  const former = chat.former.value;
  const rows = intlIsWarming.value ? [] : threadRows(view.entries, chat.outbox.parcels.value);
  const writer = chat.typing.who.value;
  const parts = useLater(away || writer !== undefined);

  const look = () => {
    const { scrollTop: top, scrollHeight: content, clientHeight: height } = box.current!;
    seen.current = { top, content, height };
    return seen.current;
  };
  const toEnd = () => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
    if (box.current) look();
  };
  const sending = chat.outbox.parcels.value.length;
  useLayoutEffect(() => {
    if (sending === 0) return;
    // Whoever sends wants to see it go.
    follows.current = true;
    toEnd();
  }, [sending]);
  useEffect(() => {
    if (!box.current || !list.current) return;
    // News, the keyboard, a card that unfolds or a turned phone change the heights: whoever reads the end stays there.
    // It is told so before the paint, and after the layout, which therefore is done once.
    const watch = new ResizeObserver(() => (follows.current ? toEnd() : look()));
    watch.observe(box.current);
    watch.observe(list.current);
    return () => watch.disconnect();
  }, []);

  const scrolled = () => {
    const before = seen.current;
    const { top, content, height } = look();
    // Only a reader scrolls up while nothing else changes: what shrinks or grows moves the view by itself.
    const byReader = top < before.top && content === before.content && height === before.height;
    if (content - top - height < nearEnd) follows.current = true;
    else if (byReader) follows.current = false;
    setAway(!follows.current);
  };

  return (
    <div class="thread-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <div ref={box} class="thread" role="log" aria-label={t('thread')} tabIndex={0} onScroll={scrolled}>
        <div ref={list} class="rows">
          {former.map((entries, i) => (
            <div class="former" key={`f${i}`}>
              {threadRows(entries, []).map((row) => (
                <ThreadRow key={row.key} row={row} closed />
              ))}
              <div class="day-line">{t('anew')}</div>
            </div>
          ))}
          {rows.length === 0 && <p class="starting">{t('openOnce')}</p>}
          {rows.map((row) => (
            <ThreadRow key={row.key} row={row} />
          ))}
          {writer && parts && <parts.Typing by={writer} />}
        </div>
      </div>
      {away && parts && <parts.Latest onClick={toEnd} />}
    </div>
  );
}
