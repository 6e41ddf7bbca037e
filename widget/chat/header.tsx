// Who the customer is talking with: the assistant, marked as automated, or the person after the claim (O2).
import type { VNode } from 'preact';
import { Avatar, RoleBadge } from '../ui/bubble.tsx';
import { cleanName } from '../ui/clean-text.ts';
import { Icon } from '../ui/icon.tsx';
import { useChat } from './chat-context.ts';
import { laterParts } from './fetch-later.ts';

export function Header(): VNode {
  const { chat, words } = useChat();
  const { t } = words;
  const agent = chat.view.value.agent;
  const role = agent ? 'person' : 'assistant';
  const name = cleanName(agent?.name ?? chat.config.assistant);
  const state = chat.connection.value;
  const parts = laterParts.value;
  const texts = {
    idle: t('connecting'),
    connecting: t('connecting'),
    online: t('online'),
    reconnecting: t('reconnectingShort'),
    offline: t('offlineShort'),
    refused: t('offlineShort'),
  };
  return (
    <header class="header">
      <Avatar role={role} name={name} />
      <div class="who">
        <h1 tabIndex={-1}>
          <bdi>{name}</bdi> <RoleBadge role={role} badge={t(agent ? 'person' : 'automated')} />
        </h1>
        <p class={`presence is-${state}`}>
          <bdi>{cleanName(chat.config.name)}</bdi>
          <span aria-hidden="true"> · </span>
          <span>{texts[state]}</span>
        </p>
      </div>
      {parts && <parts.SheetButton />}
      <button type="button" class="icon-button" aria-label={t('close')} onClick={chat.closePanel}>
        <Icon name="close" />
      </button>
    </header>
  );
}
