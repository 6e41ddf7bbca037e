// The panel from top to bottom: who it is, the way to a person, the conversation, what is under way, the composer.
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useChat } from './chat-context.ts';
import { Composer } from './composer.tsx';
import { Dock } from './dock.tsx';
import { fetchLater, laterParts } from './fetch-later.ts';
import { Header } from './header.tsx';
import { PersonBar } from './person-bar.tsx';
import { StatusLine } from './status-line.tsx';
import { Thread } from './thread.tsx';
import { ThreadRow } from './thread-row.tsx';

interface Props {
  /** Only the edges, with room for the rest: what a first paint shows, so that it is soon there. */
  edges?: boolean;
}

/** The whole of it. Escape closes; opening puts the caret where one writes, if that brings up no keyboard. */
export function Panel({ edges }: Props): VNode {
  const { chat, words } = useChat();
  const root = useRef<HTMLElement>(null);
  const open = chat.visible.value;
  const parts = laterParts.value;

  useEffect(() => {
    if (!open || !chat.page.peek()) return;
    const touch = matchMedia('(pointer: coarse)').matches;
    const place = () =>
      root.current
        ?.querySelector<HTMLElement>(touch ? 'h1' : '.composer textarea')
        ?.focus({ preventScroll: true });
    const callOff = chat.clock.after(0, () => {
      if (document.hasFocus()) place();
      // The page hands the focus over once both are painted.
      else window.addEventListener('focus', place, { once: true });
    });
    return () => {
      callOff();
      window.removeEventListener('focus', place);
    };
  }, [open, chat]);

  const leave = (event: KeyboardEvent) => {
    void fetchLater();
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    chat.closePanel();
  };

  return (
    <main
      ref={root}
      class="panel"
      lang={words.locale}
      dir={words.dir}
      onKeyDown={leave}
      onPointerOver={fetchLater}
      onDragEnter={fetchLater}
    >
      <Header />
      {edges ? (
        <div class="thread-frame" />
      ) : (
        <>
          <PersonBar />
          {parts && <parts.Sheet row={ThreadRow} />}
          <Thread />
          <Dock />
          <StatusLine />
        </>
      )}
      <Composer />
    </main>
  );
}
