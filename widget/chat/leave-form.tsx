// A message for later, or the wish to be called back: the words, and how to reach the customer. It stays, with what was
// written in it, until the server has taken it.
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { mailAddress } from '../../shared/mail-address.ts';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import { maxLength } from './message-length.ts';
import { useRefused } from './use-refused.ts';

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
  const refused = useRefused('wait', ({ choice }) => choice === kind);
  const [text, setText] = useState(refused?.payload.text ?? '');
  const [contact, setContact] = useState(refused?.payload.contact ?? '');
  const [isWrong, setWrong] = useState(false);
  const [sent, setSent] = useState<string>();
  const textId = useId();
  const contactId = useId();
  const noteId = useId();
  const box = useRef<HTMLFormElement>(null);
  const { label, note, action } = formWords[kind];
  useEffect(() => box.current?.querySelector<HTMLElement>('.field')?.focus(), []);
  const send = (event: Event) => {
    event.preventDefault();
    if (sent) return;
    const wrong = kind === 'mail' && !mailAddress(contact);
    setWrong(wrong);
    if (wrong) return box.current?.querySelector('input')?.focus();
    const said = text.trim();
    if (refused) chat.outbox.remove(refused.payload.id);
    const contactSaid = contact.trim();
    setSent(
      actionsOf(chat).preferWait({ choice: kind, ...(said ? { text: said } : {}), contact: contactSaid }),
    );
  };
  const parcel = chat.outbox.parcels.value.find(({ payload }) => payload.id === sent);
  const state = sent && (parcel?.state ?? 'gone');
  useEffect(() => {
    // What is neither on its way nor in trouble was taken.
    if (state === 'gone' && !chat.outbox.trouble.peek()) onDone();
    else if (state === 'gone' || state === 'failed') setSent(undefined);
  }, [state]);
  /** What has not begun to be sent, as without a network, is taken back. */
  const cancel = () => {
    if (state === 'queued') chat.outbox.remove(sent!);
    onCancel();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    cancel();
  };
  return (
    <form ref={box} class="leave-form" noValidate={kind === 'mail'} onSubmit={send} onKeyDown={leave}>
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
        inputMode={kind === 'callback' ? 'tel' : 'email'}
        autocomplete={kind === 'callback' ? 'tel' : 'email'}
        dir="ltr"
        required
        minlength={3}
        maxLength={200}
        value={contact}
        aria-invalid={isWrong}
        aria-describedby={note && noteId}
        onInput={(event) => setContact(event.currentTarget.value)}
      />
      {note && (
        <p id={noteId} class={isWrong ? 'late' : 'soft'} role={isWrong ? 'alert' : undefined}>
          {isWrong ? t('mailWrong', { example: 'name@example.com' }) : t(note)}
        </p>
      )}
      <div class="dock-actions">
        <button type="submit" class="button primary" disabled={sent !== undefined}>
          {t(sent ? 'sending' : action)}
        </button>
        <button
          type="button"
          class="button"
          disabled={sent !== undefined && state !== 'queued'}
          onClick={cancel}
        >
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
