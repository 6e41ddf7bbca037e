// The way down to the newest, for who has scrolled up.
import type { VNode } from 'preact';
import { CardIcon } from '../ui/card-icon.tsx';
import { useLaterChat } from './chat-context.ts';

export function Latest({ onClick }: { onClick(): void }): VNode {
  const { words } = useLaterChat();
  return (
    <button type="button" class="latest" onClick={onClick}>
      <CardIcon name="down" />
      {words.t('latest')}
    </button>
  );
}
