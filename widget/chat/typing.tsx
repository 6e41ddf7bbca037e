// That the other side is writing, below the last row. Comes with later-parts.tsx: nobody answers before the first key.
import type { VNode } from 'preact';
import { cleanName } from '../ui/clean-text.ts';
import { useLaterChat } from './chat-context.ts';

export function Typing({ by }: { by: 'agent' | 'assistant' }): VNode {
  const { chat, words } = useLaterChat();
  const agent = by === 'agent' && chat.view.value.agent?.name;
  return (
    <p class="typing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words.t('typing', { name: cleanName(agent || chat.config.assistant) })}
    </p>
  );
}
