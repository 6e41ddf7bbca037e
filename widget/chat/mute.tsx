// Where sounds are on, the way to turn them off stands beside the field for writing, whatever is under way.
import type { VNode } from 'preact';
import { CardIcon } from '../ui/card-icon.tsx';
import { useLaterChat } from './chat-context.ts';
import { answerAlerts } from './fetch-alerts.ts';

export function Mute(): VNode | null {
  const { words } = useLaterChat();
  const alerts = answerAlerts.value;
  if (!alerts?.sounds.value) return null;
  return (
    <button
      type="button"
      class="icon-button mute"
      aria-label={words.t('soundOff')}
      onClick={() => alerts.setSounds(false)}
    >
      <CardIcon name="sound" />
    </button>
  );
}
