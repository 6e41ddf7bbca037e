// A stretch of a long thread: drawn while it is near what is on screen, and otherwise as high as it last was, so
// that a thread of thousands costs no more than what is looked at.
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ThreadModel } from '../models/thread-model.ts';
import type { TimelineItem } from '../models/timeline.ts';
import { TimelineItemView } from './timeline-item.tsx';

/** Items of a block. */
export const blockSize = 30;
/** Blocks at the end that are drawn at once: what is read first. */
const atEnd = 2;
/** px beyond the frame that are drawn ahead of the scrolling. */
const ahead = 1200;
/** px of an item that was never drawn. */
const usual = 58;

interface Props {
  items: readonly TimelineItem[];
  /** Blocks behind this one. */
  behind: number;
  thread: ThreadModel;
}

export function ThreadBlock({ items, behind, thread }: Props): VNode {
  const block = useRef<HTMLDivElement>(null);
  const height = useRef<number | undefined>(undefined);
  const [near, setNear] = useState(behind < atEnd);
  useLayoutEffect(() => {
    const frame = block.current?.closest('.thread');
    if (!block.current || !frame) return;
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (!seen) return;
        if (!seen.isIntersecting && block.current) height.current = block.current.offsetHeight;
        setNear(seen.isIntersecting);
      },
      { root: frame, rootMargin: `${ahead}px 0px` },
    );
    watch.observe(block.current);
    return () => watch.disconnect();
  }, []);
  // The end is always there: what arrives is seen and said at once.
  const drawn = near || behind === 0;
  return (
    <div
      class="thread-block"
      ref={block}
      style={drawn ? undefined : { blockSize: `${height.current ?? items.length * usual}px` }}
    >
      {drawn && items.map((item) => <TimelineItemView key={item.key} item={item} thread={thread} />)}
    </div>
  );
}
