// The saved replies that fit what stands after the slash; the composer keeps the focus and moves the choice.
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SavedReply } from '../models/saved-replies.ts';
import { useDesk } from './desk-context.ts';

interface Props {
  replies: readonly SavedReply[];
  chosen: number;
  choose(reply: SavedReply): void;
  point(at: number): void;
}

export function SavedReplies({ replies, chosen, choose, point }: Props): VNode {
  const { words } = useDesk();
  const id = replies[chosen]?.id;
  useEffect(() => {
    if (id) document.getElementById(`saved-${id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return (
    <div class="saved" id="saved-replies" role="listbox" aria-label={words.composer.savedLabel}>
      {replies.length === 0 && <p class="soft">{words.composer.noSaved}</p>}
      {replies.map((reply, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer has the focus and handles the keys
        <div
          key={reply.id}
          id={`saved-${reply.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onMouseEnter={() => point(at)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(reply)}
        >
          <strong>{reply.title}</strong>
          <span class="soft">{reply.text}</span>
        </div>
      ))}
    </div>
  );
}
