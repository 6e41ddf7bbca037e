// One plain sentence for whatever stands in the way: what happened, what was not done, what to do.
import type { VNode } from 'preact';
import type { ErrorCode } from '../../shared/errors.ts';
import { Icon } from '../ui/icon.tsx';
import type { TextKey } from '../ui/words.ts';
import { useChat } from './chat-context.ts';
import type { Chat } from './chat-model.ts';
import { partsMissing } from './fetch-later.ts';

type PlainKey = Extract<TextKey, `state${string}` | `error${string}`>;
interface Trouble {
  key: PlainKey;
  action?: 'reload' | 'reconnect';
}

const errorKeys: Partial<Record<ErrorCode, PlainKey>> = {
  too_long: 'errorTooLong',
  rate: 'errorTooFast',
  busy: 'errorBusy',
  gone: 'errorGone',
  not_found: 'errorGone',
  denied: 'errorDenied',
  unavailable: 'errorBusy',
};
/** Sentences that promise another attempt. */
const hopeful: ReadonlySet<PlainKey> = new Set(['errorTooFast', 'errorBusy']);

export function StatusLine(): VNode {
  const { chat, words } = useChat();
  const trouble = troubleOf(chat);
  return (
    <div class="status-line" role="status">
      {trouble && (
        <p>
          <Icon name="info" />
          <span>{words.t(trouble.key)}</span>
          {trouble.action && (
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

/** What to say now, or undefined when nothing stands in the way. */
export function troubleOf(chat: Pick<Chat, 'connection' | 'refusal' | 'outbox'>): Trouble | undefined {
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
    default: {
      // A new server no longer has the parts of an old page.
      if (partsMissing.value) return { key: 'stateProtocol', action: 'reload' };
      const error = chat.outbox.trouble.value;
      if (!error) return undefined;
      const key = errorKeys[error.code] ?? 'errorFailed';
      const isUnderWay = chat.outbox.parcels.value.some(({ state }) => state === 'sending');
      return { key: hopeful.has(key) && !isUnderWay ? 'errorFailed' : key };
    }
  }
}
