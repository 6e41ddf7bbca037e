// O3: "Talk to a person" is on screen in every state, with what it means beside it: the wait, the place, who is here.
import type { VNode } from 'preact';
import type { Wait } from '../../shared/events.ts';
import { cleanName } from '../ui/clean-text.ts';
import { Icon } from '../ui/icon.tsx';
import { intlIsWarming } from '../ui/warm-intl.ts';
import type { FirstKey, Words } from '../ui/words.ts';
import { useChat } from './chat-context.ts';
import type { Chat } from './chat-model.ts';

/** One tap, no argument. Once asked for, it leads to where the wait is shown, or to the person. */
export function PersonBar(): VNode {
  const { chat, words } = useChat();
  const { status } = chat.view.value;
  const asked = status === 'waiting' || status === 'left' || status === 'claimed';
  const press = () => {
    if (!asked) chat.askPerson();
    else
      document.querySelector<HTMLElement>(status === 'claimed' ? '.composer textarea' : '.dock h2')?.focus();
  };
  return (
    <div class="person-bar">
      <button type="button" class={`person-button${asked ? ' asked' : ''}`} onClick={press}>
        <Icon name={status === 'claimed' ? 'check' : 'person'} />
        <span class="person-label">{words.t('talkToPerson')}</span>
        <span class="person-wait">{stateOf(chat, words)}</span>
      </button>
    </div>
  );
}

function stateOf(chat: Chat, words: Words<FirstKey>): string {
  const { t } = words;
  const { status, agent } = chat.view.value;
  if (status === 'claimed' && agent) return t('hereNow', { name: cleanName(agent.name) });
  if (chat.outbox.parcels.value.some(({ event, state }) => event === 'human' && state !== 'failed'))
    return t('asking');
  const wait = chat.wait.stated.value?.wait;
  if (!wait || intlIsWarming.value) return '';
  const bound = waitInShort(wait, words, chat.clock.now());
  return status === 'waiting' ? `${t('placeShort', { n: wait.position })} · ${bound}` : bound;
}

/** "usually within 4 minutes", "back tomorrow 09:00", or that it is not known. */
function waitInShort(wait: Wait, { t, span, moment }: Words<FirstKey>, now: number): string {
  if (wait.basis === 'nobody')
    return wait.opensAt === undefined
      ? t('nobodyPlain')
      : t('nobodyShort', { when: moment(wait.opensAt, now) });
  return wait.within === null ? t('waitUnknown') : t('within', { time: span(wait.within, 'short') });
}
