// A message was left while nobody could take it: that it is kept, and when a person reads it.
import type { VNode } from 'preact';
import { CardIcon } from '../ui/card-icon.tsx';
import { useLaterChat } from './chat-context.ts';
import { TellMe } from './tell-me.tsx';

export function Left(): VNode {
  const { chat, words } = useLaterChat();
  const opensAt = chat.wait.stated.value?.wait.opensAt ?? chat.welcome.value?.hours.opensAt;
  return (
    <section class="dock">
      <h2 tabIndex={-1}>
        <CardIcon name="mail" /> {words.t('leftTitle')}
      </h2>
      <p role="status">
        {opensAt === undefined
          ? words.t('leftSoon')
          : words.t('leftNote', { when: words.moment(opensAt, chat.clock.now()) })}
      </p>
      <TellMe />
    </section>
  );
}
