// A message for later, or the wish to be called back: the words, and how to reach the customer.
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import { maxLength } from './message-length.ts';

interface Props {
  kind: 'message' | 'callback' | 'mail';
  onCancel(): void;
  onDone(): void;
}

const formWords = {
  message: { label: 'contactLabel', note: undefined, action: 'sendMessage' },
  callback: { label: 'phoneLabel', note: 'callBackNote', action: 'askCallBack' },
  mail: { label: 'mailLabel', note: 'mailNote', action: 'askMail' },
} as const;

export function LeaveForm({ kind, onCancel, onDone }: Props): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const [text, setText] = useState('');
  const [contact, setContact] = useState('');
  const textId = useId();
  const contactId = useId();
  const box = useRef<HTMLFormElement>(null);
  const { label, note, action } = formWords[kind];
  useEffect(() => box.current?.querySelector<HTMLElement>('.field')?.focus(), []);
  const send = (event: Event) => {
    event.preventDefault();
    const said = text.trim();
    actionsOf(chat).preferWait({ choice: kind, ...(said ? { text: said } : {}), contact: contact.trim() });
    onDone();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form ref={box} class="leave-form" onSubmit={send} onKeyDown={leave}>
      {kind === 'message' && (
        <>
          <label for={textId}>{t('messageLabel')}</label>
          <textarea
            id={textId}
            class="field"
            rows={2}
            dir="auto"
            required
            maxLength={maxLength}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </>
      )}
      <label for={contactId}>{t(label)}</label>
      <input
        id={contactId}
        class="field"
        type="text"
        {...(kind === 'mail' ? { pattern: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+' } : {})}
        inputMode={kind === 'callback' ? 'tel' : 'email'}
        autocomplete={kind === 'callback' ? 'tel' : 'email'}
        dir="ltr"
        required
        minlength={3}
        maxLength={200}
        value={contact}
        onInput={(event) => setContact(event.currentTarget.value)}
      />
      {note && <p class="soft">{t(note)}</p>}
      <div class="dock-actions">
        <button type="submit" class="button primary">
          {t(action)}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
