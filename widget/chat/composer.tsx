// Where the customer writes: usable in every state, keeps what is typed, says when it is too long before sending.
import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { useChat } from './chat-context.ts';
import { laterParts } from './fetch-later.ts';
import { maxLength } from './message-length.ts';
import { useLater } from './use-later.ts';

const warnAt = 3600;

export function Composer(): VNode {
  const { chat, words } = useChat();
  const { t } = words;
  const hint = useId();
  const parts = laterParts.value;
  const text = chat.draft.value;
  const { length } = text.trim();
  const tooLong = length > maxLength;
  const counts = useLater(length > warnAt);
  const press = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.currentTarget.form!.requestSubmit();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (!tooLong) chat.sendDraft();
      }}
    >
      {counts && <counts.Count id={hint} length={length} />}
      <div class="write">
        <textarea
          rows={1}
          dir="auto"
          value={text}
          placeholder={t('write')}
          aria-label={t('write')}
          aria-invalid={tooLong}
          aria-describedby={counts ? hint : undefined}
          enterkeyhint="send"
          onInput={(event) => chat.write(event.currentTarget.value)}
          onKeyDown={press}
        />
        {parts && <parts.Mute />}
        {parts && <parts.Attach />}
        <button
          type="submit"
          class="send"
          aria-label={t('send')}
          disabled={(length === 0 && chat.files.value === 0) || tooLong}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
