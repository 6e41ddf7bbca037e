// One plain sentence for whatever stands in the way: what happened, what was not done, what to do.
import type { VNode } from 'preact';
import { Icon } from '../ui/icon.tsx';
import type { FirstKey } from '../ui/words.ts';
import { useChat } from './chat-context.ts';
import type { Chat } from './chat-model.ts';
import { partsMissing } from './fetch-later.ts';
import { useLater } from './use-later.ts';

interface Trouble {
  key: Extract<FirstKey, `state${string}`>;
  action?: 'reload' | 'reconnect';
}

export function StatusLine(): VNode {
  const { chat, words } = useChat();
  const trouble = troubleOf(chat);
  // What was refused could be sent: then what comes later can be fetched, too.
  const error = trouble ? undefined : chat.outbox.trouble.value;
  const parts = useLater(error !== undefined);
  return (
    <div class="status-line" role="status">
      {(trouble || parts) && (
        <p>
          <Icon name="info" />
          <span>{trouble ? words.t(trouble.key) : parts && error && <parts.Refusal error={error} />}</span>
          {trouble?.action && (
            <button
              type="button"
              class="link-button"
              onClick={() => (trouble.action === 'reload' ? location.reload() : chat.reconnect())}
            >
              {words.t(trouble.action)}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** What is wrong with the connection or the page, or undefined when nothing is. */
export function troubleOf(chat: Pick<Chat, 'connection' | 'refusal'>): Trouble | undefined {
  const code = chat.refusal.value?.code;
  switch (chat.connection.value) {
    case 'offline':
      return { key: 'stateOffline' };
    case 'refused':
      if (code === 'protocol') return { key: 'stateProtocol', action: 'reload' };
      if (code === 'unauthorized') return { key: 'stateSignIn' };
      return { key: 'stateRefused', action: 'reconnect' };
    case 'reconnecting':
      return { key: 'stateReconnecting', action: 'reconnect' };
    default:
      // A new server no longer has the parts of an old page.
      return partsMissing.value ? { key: 'stateProtocol', action: 'reload' } : undefined;
  }
}
