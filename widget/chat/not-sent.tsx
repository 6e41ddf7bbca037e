// Below a message that did not get through: that it was not sent, and what can be done about it.
import type { VNode } from 'preact';
import { CardIcon } from '../ui/card-icon.tsx';
import { useLaterChat } from './chat-context.ts';

export function NotSent({ id }: { id: string }): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  return (
    <>
      <span class="not-sent">
        <CardIcon name="warn" /> {t('notSent')}
      </span>
      <button type="button" class="link-button" onClick={() => chat.outbox.retry(id)}>
        {t('retry')}
      </button>
      <button type="button" class="link-button" onClick={() => chat.outbox.remove(id)}>
        {t('remove')}
      </button>
    </>
  );
}
