// "Tell me when somebody answers", while one waits or has left a message: offered, and asked for only by a press.
import type { VNode } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { CardIcon } from '../ui/card-icon.tsx';
import { ChatContext, useLaterChat } from './chat-context.ts';
import { answerAlerts, fetchAlerts } from './fetch-alerts.ts';

export function TellMe(): VNode | null {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const scope = useContext(ChatContext);
  const alerts = answerAlerts.value;
  const notices = chat.page.value?.notices;
  useEffect(() => {
    if (scope && notices) fetchAlerts(chat, scope.words);
  }, [chat, scope, notices]);
  // Opened by itself, outside of any page, nobody can be asked.
  if (!alerts || !notices) return null;
  const tells = alerts.tells.value;
  const sounds = alerts.sounds.value;
  const said = {
    granted: 'tellOn',
    denied: 'tellDenied',
    none: 'tellUnsupported',
    default: undefined,
  } as const;
  const state = tells && said[notices];
  return (
    <div class="dock-more tell">
      <button type="button" class="link-button" aria-pressed={tells} onClick={() => alerts.setTells(!tells)}>
        {t(tells ? 'tellStop' : 'tellMe')}
      </button>
      <button
        type="button"
        class="link-button"
        aria-pressed={sounds}
        onClick={() => alerts.setSounds(!sounds)}
      >
        <CardIcon name="sound" /> {t(sounds ? 'soundOff' : 'soundOn')}
      </button>
      <p class="soft" role="status">
        {state && t(state)}
      </p>
    </div>
  );
}
