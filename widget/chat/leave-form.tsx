// A message for later, or the wish to be called back: the words, and how to reach the customer.
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLaterChat } from './chat-context.ts';
import { maxLength } from './message-length.ts';

interface Props {
  kind: 'message' | 'callback';
  onCancel(): void;
  onDone(): void;
}

export function LeaveForm({ kind, onCancel, onDone }: Props): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const [text, setText] = useState('');
  const [contact, setContact] = useState('');
  const textId = useId();
  const contactId = useId();
  const box = useRef<HTMLFormElement>(null);
  const callBack = kind === 'callback';
  useEffect(() => box.current?.querySelector<HTMLElement>('.field')?.focus(), []);
  const send = (event: Event) => {
    event.preventDefault();
    const said = text.trim();
    chat.preferWait({ choice: kind, ...(said ? { text: said } : {}), contact: contact.trim() });
    onDone();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form ref={box} class="leave-form" onSubmit={send} onKeyDown={leave}>
      {!callBack && (
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
      <label for={contactId}>{t(callBack ? 'phoneLabel' : 'contactLabel')}</label>
      <input
        id={contactId}
        class="field"
        type="text"
        inputMode={callBack ? 'tel' : 'email'}
        autocomplete={callBack ? 'tel' : 'email'}
        dir="ltr"
        required
        minlength={3}
        maxLength={200}
        value={contact}
        onInput={(event) => setContact(event.currentTarget.value)}
      />
      {callBack && <p class="soft">{t('callBackNote')}</p>}
      <div class="dock-actions">
        <button type="submit" class="button primary">
          {t(callBack ? 'askCallBack' : 'sendMessage')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
