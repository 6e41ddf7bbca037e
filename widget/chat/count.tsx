// How long a message has become, once it is nearly or truly too long to be sent.
import type { VNode } from 'preact';
import { useLaterChat } from './chat-context.ts';
import { maxLength } from './message-length.ts';

export function Count({ id, length }: { id: string; length: number }): VNode {
  const { words } = useLaterChat();
  const tooLong = length > maxLength;
  return (
    <p id={id} class={tooLong ? 'count over' : 'count'} role={tooLong ? 'alert' : undefined}>
      {words.t('tooLong', { n: length, max: maxLength })}
    </p>
  );
}
