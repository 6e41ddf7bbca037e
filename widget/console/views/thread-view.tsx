// The thread: scrolls by itself while one reads at its end; of a long one only what is looked at is drawn.
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CardIcon } from '../../ui/card-icon.tsx';
import { deskKeys } from '../models/desk-keys.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { timeline } from '../models/timeline.ts';
import { useDesk } from './desk-context.ts';
import { latestId } from './desk-steps.ts';
import { KeyHint } from './key-hint.tsx';
import { blockSize, ThreadBlock } from './thread-block.tsx';

/** px from the end that still count as reading at the end. */
const nearEnd = 80;

export function ThreadView({ thread }: { thread: ThreadModel }): VNode {
  const { words, outbox, now } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const unsent = outbox.items.value.filter((item) => item.conversation === thread.id);
  const events = thread.events.value;
  const conversation = thread.conversation.value;
  const onTheWay = unsent.map((item) => item.id + item.state).join();
  const items = useMemo(
    () => timeline(conversation, events, unsent, dayOf),
    [conversation, events, onTheWay],
  );
  const blocks = Array.from({ length: Math.ceil(items.length / blockSize) }, (_, at) =>
    items.slice(at * blockSize, (at + 1) * blockSize),
  );
  const last = items.at(-1)?.key;
  // Its line under the last answer takes room, too.
  const seen = thread.customerSaw.value?.at;
  const typing = thread.typingUntil.value > now.value;
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  useLayoutEffect(() => {
    if (!away) toEnd();
  }, [last, typing, conversation, onTheWay, seen]);
  // A column that opens or an approval that comes takes room away: the end stays in view.
  useEffect(() => {
    if (away || !box.current) return;
    const watch = new ResizeObserver(toEnd);
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [away]);
  const scrolled = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current!;
    setAway(scrollHeight - scrollTop - clientHeight > nearEnd);
  };
  return (
    <div class="thread-frame">
      <div
        class="thread"
        ref={box}
        role="log"
        aria-label={words.thread.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onScroll={scrolled}
      >
        {blocks.map((block, at) => (
          <ThreadBlock key={at} items={block} behind={blocks.length - 1 - at} thread={thread} />
        ))}
        {typing && (
          <p class="typing" role="status">
            <i aria-hidden="true" />
            {`${conversation.view.customer?.name ?? words.someone} ${words.thread.typing}`}
          </p>
        )}
      </div>
      {away && (
        <button
          type="button"
          id={latestId}
          class="button small latest"
          aria-keyshortcuts={deskKeys.latest}
          onClick={() => {
            setAway(false);
            toEnd();
          }}
        >
          <CardIcon name="down" /> {words.thread.latest} <KeyHint act="latest" />
        </button>
      )}
    </div>
  );
}

const dayOf = (at: number) => new Date(at).toDateString();
