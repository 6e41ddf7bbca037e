// A sheet over the thread, below the way to a person: the customer's conversations and the language. It comes and goes
// by a button in the header; Escape and the arrow lead back.
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CardIcon } from '../ui/card-icon.tsx';
import { useLaterChat } from './chat-context.ts';
import type { DrawRow } from './draw-row.ts';
import { fetchSheet, sheetMissing, sheetParts } from './fetch-sheet.ts';
import { leaveSheet, sheetShown } from './sheet-shown.ts';
import { subjectOf } from './visitor-memory.ts';

export function SheetButton(): VNode {
  const { t } = useLaterChat().words;
  const press = () => {
    void fetchSheet();
    sheetShown.value = !sheetShown.peek();
  };
  return (
    <button
      type="button"
      class="icon-button sheet-button"
      aria-expanded={sheetShown.value}
      aria-label={t('menu')}
      title={t('menu')}
      onClick={press}
    >
      <CardIcon name="menu" />
    </button>
  );
}

/** `row` draws a row of the thread: it is handed in, since it is what fetches this. */
export function Sheet({ row }: { row: DrawRow }): VNode | null {
  const { chat } = useLaterChat();
  const identity = chat.page.value?.identity;
  // A log-out is another one than nobody yet; a fresh token of the same customer is not.
  const who = identity === '' ? 'out' : `of ${subjectOf(identity)}`;
  const seen = chat.visible.value;
  const before = useRef(who);
  useEffect(() => {
    // P3: nothing of the former customer's is there for the next one, nor does it come again by itself.
    if (!seen || before.current !== who) sheetShown.value = false;
    before.current = who;
  }, [seen, who]);
  return sheetShown.value && before.current === who ? <Shown key={who} row={row} /> : null;
}

function Shown({ row }: { row: DrawRow }): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const parts = sheetParts.value;
  const root = useRef<HTMLElement>(null);
  const connection = chat.connection.value;
  useEffect(() => {
    if (!parts) void fetchSheet();
  }, [parts, connection]);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('h2')?.focus();
    // Asking for a person, or being led to them, is not done behind a sheet.
    const bar = document.querySelector('.person-bar');
    const leave = () => leaveSheet('.person-button');
    bar?.addEventListener('click', leave);
    return () => bar?.removeEventListener('click', leave);
  }, [parts]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    leaveSheet('.sheet-button');
  };
  return (
    <section ref={root} class="sheet" aria-label={t('menu')} onKeyDown={press}>
      {parts ? (
        <parts.Conversations row={row} />
      ) : (
        <p class="sheet-note" role={sheetMissing.value ? 'alert' : 'status'}>
          {t(sheetMissing.value ? 'listFailed' : 'listLoading')}
        </p>
      )}
    </section>
  );
}
