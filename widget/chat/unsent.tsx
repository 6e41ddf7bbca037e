// A message on its way, or one that did not get through: its text stays, with what can be done about it.
import type { VNode } from 'preact';
import { Bubble } from '../ui/bubble.tsx';
import { Icon } from '../ui/icon.tsx';
import { useChat } from './chat-context.ts';
import { MessageText } from './message-text.tsx';
import type { Parcel } from './outbox-model.ts';

export function Unsent({ parcel, spoken }: { parcel: Parcel<'message'>; spoken: string }): VNode {
  const { chat, words } = useChat();
  const { t } = words;
  const { id, text } = parcel.payload;
  const failed = parcel.state === 'failed';
  return (
    <>
      <Bubble spoken={spoken} state={failed ? 'failed' : 'waiting'}>
        <MessageText text={text} plain />
      </Bubble>
      <div class="group-foot">
        {failed ? (
          <>
            <span class="not-sent">
              <Icon name="warn" /> {t('notSent')}
            </span>
            <button type="button" class="link-button" onClick={() => chat.outbox.retry(id)}>
              {t('retry')}
            </button>
            <button type="button" class="link-button" onClick={() => chat.outbox.remove(id)}>
              {t('remove')}
            </button>
          </>
        ) : (
          <span>{t(parcel.state === 'stored' ? 'sent' : 'sending')}</span>
        )}
      </div>
    </>
  );
}
