// H6: what the person will already know, open to correction by the one who knows best.
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { BriefLine } from '../../shared/events.ts';
import { cleanText } from '../ui/clean-text.ts';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import { RefusedWords } from './refused-words.tsx';
import { useRefused } from './use-refused.ts';

export function Brief(): VNode | null {
  const { chat, words } = useLaterChat();
  const { brief } = chat.view.value;
  if (brief.length === 0) return null;
  return (
    <details class="brief">
      <summary>{words.t('whatTheyKnow')}</summary>
      <dl>
        {brief.map((line) => (
          <Line key={line.field} line={line} />
        ))}
      </dl>
    </details>
  );
}

function Line({ line }: { line: BriefLine }): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const [edited, setEdited] = useState<string>();
  const field = useId();
  const refused = useRefused(
    'correct',
    (said) => said.field === line.field && said.conversation === chat.conversation.value,
  );
  const save = (event: Event) => {
    event.preventDefault();
    const text = edited?.trim();
    if (refused) chat.outbox.remove(refused.payload.id);
    if (text && text !== line.text) actionsOf(chat).correct(line.field, text);
    setEdited(undefined);
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setEdited(undefined);
  };
  return (
    <div class="brief-line">
      <dt dir="auto">{cleanText(line.label)}</dt>
      <dd>
        {edited === undefined ? (
          <>
            <bdi>{cleanText(line.text)}</bdi>
            {line.corrected && <span class="soft"> ({t('corrected')})</span>}{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => setEdited(refused?.payload.text ?? line.text)}
            >
              {t('correctThis')}
              <span class="sr-only">: {cleanText(line.label)}</span>
            </button>
            {refused && <RefusedWords id={refused.payload.id} text={refused.payload.text} />}
          </>
        ) : (
          <form class="leave-form" onSubmit={save} onKeyDown={cancel}>
            <label class="sr-only" for={field}>
              {t('correction')}
            </label>
            <textarea
              id={field}
              class="field"
              rows={2}
              dir="auto"
              maxLength={2000}
              value={edited}
              onInput={(event) => setEdited(event.currentTarget.value)}
            />
            <div class="dock-actions">
              <button type="submit" class="button primary">
                {t('save')}
              </button>
              <button type="button" class="button" onClick={() => setEdited(undefined)}>
                {t('cancel')}
              </button>
            </div>
          </form>
        )}
      </dd>
    </div>
  );
}
