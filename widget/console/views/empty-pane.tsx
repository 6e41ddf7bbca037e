// The middle column while nothing is open: what is to do now, in one sentence and one button.
import type { VNode } from 'preact';
import { useDesk } from './desk-context.ts';
import { KeyHint } from './key-hint.tsx';

export function EmptyPane(): VNode {
  const { words, queue, acts, presence } = useDesk();
  if (queue.rows.value === undefined) return <div class="pane-empty" />;
  const waiting = queue.waiting.value;
  const first = waiting[0];
  return (
    <div class="pane-empty">
      <h2>{first ? words.empty.waiting(waiting.length) : words.empty.title}</h2>
      {!first && <p class="soft">{presence.own.value.on ? words.empty.nobody : words.empty.off}</p>}
      {first && (
        <button
          type="button"
          class="button primary"
          aria-keyshortcuts="n"
          disabled={acts.busy.value.has(first.conversation)}
          onClick={() => void acts.claim(first.conversation)}
        >
          {words.empty.takeNext} <KeyHint act="takeNext" />
        </button>
      )}
      <p class="soft small-text">{words.empty.keys}</p>
    </div>
  );
}
