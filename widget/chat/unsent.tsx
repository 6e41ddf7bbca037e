// A message on its way, or one that did not get through: its text stays, with what can be done about it.
import type { VNode } from 'preact';
import { Bubble } from '../ui/bubble.tsx';
import { useChat } from './chat-context.ts';
import { MessageText } from './message-text.tsx';
import type { Parcel } from './outbox-model.ts';
import { useLater } from './use-later.ts';

export function Unsent({ parcel, spoken }: { parcel: Parcel<'message'>; spoken: string }): VNode {
  const { words } = useChat();
  const { id, text } = parcel.payload;
  const failed = parcel.state === 'failed';
  const parts = useLater(failed);
  return (
    <>
      <Bubble spoken={spoken} state={failed ? 'failed' : 'waiting'}>
        <MessageText text={text} plain />
      </Bubble>
      {/* Its height is there before what can be done about it. */}
      <div class="group-foot">
        {failed && !parts && '\u00a0'}
        {failed && parts && <parts.NotSent id={id} />}
        {!failed && <span>{words.t(parcel.state === 'stored' ? 'sent' : 'sending')}</span>}
      </div>
    </>
  );
}
