// What the whole desk must know: a lost connection, a page that is too old. Below them short notices.
import type { VNode } from 'preact';
import { CardIcon } from '../../ui/card-icon.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sayFailure } from '../words/say-failure.ts';
import { useDesk } from './desk-context.ts';

export function LinkBanner(): VNode | null {
  const { words, ports } = useDesk();
  const state = ports.connection.state.value;
  const code = ports.connection.refusal.value?.code;
  if (state === 'refused' && code === 'unauthorized') return null;
  if (state !== 'refused' && state !== 'offline' && state !== 'reconnecting') return null;
  const text =
    state === 'refused'
      ? code === 'protocol'
        ? words.link.outdated
        : words.link.refused
      : state === 'offline'
        ? words.link.offline
        : words.link.lost;
  return (
    <div class={`banner banner-${state}`} role="alert">
      <CardIcon name="warn" />
      <p>{text}</p>
      {state === 'refused' && (
        <button type="button" class="button small" onClick={() => window.location.reload()}>
          {words.link.reload}
        </button>
      )}
    </div>
  );
}

export function Notices(): VNode {
  const { words, notices } = useDesk();
  return (
    <div class="notices" aria-live="polite">
      {notices.shown.value.map((notice) => (
        <div
          key={notice.id}
          class={`notice notice-${notice.kind === 'alert' ? notice.alert.level : 'warning'}`}
        >
          {notice.kind === 'alert' && notice.alert.level === 'notice' ? (
            <Icon name="info" />
          ) : (
            <CardIcon name="warn" />
          )}
          <p>{notice.kind === 'alert' ? notice.alert.text : sayFailure(words, notice.failure)}</p>
          <button
            type="button"
            class="tool"
            aria-label={words.close}
            onClick={() => notices.putAway(notice.id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
