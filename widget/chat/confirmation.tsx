// D2: a confirmation names the object, the effect, the money and whether it can be undone. The safe button comes
// first; focus moves to it only when the composer is empty and unfocused; presses in the first 500 ms do not count.
import type { VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { QuestionEntry } from '../../shared/conversation.ts';
import { CardIcon } from '../ui/card-icon.tsx';
import { cleanText } from '../ui/clean-text.ts';
import { Icon } from '../ui/icon.tsx';
import { RichText } from '../ui/rich-text.tsx';
import type { TextKey } from '../ui/words.ts';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import type { Parcel } from './outbox-model.ts';
import { createPressGuard, type PressGuard } from './press-guard.ts';
import { useNow } from './use-now.ts';

interface Props {
  entry: QuestionEntry;
  /** Proposed once more further down. */
  anew: boolean;
  parcel: Parcel<'choice'> | undefined;
  closed: boolean;
  spoken: string;
}

const lastMs = 60_000;

export function Confirmation({ entry, anew, parcel, closed, spoken }: Props): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const { id, text, card, choices, expiresAt } = entry.question;
  const title = useId();
  const effect = useId();
  const safe = useRef<HTMLButtonElement>(null);
  const guard = useRef<PressGuard>(null);
  guard.current ??= createPressGuard(chat.clock);

  const open = !closed && !entry.answer && !entry.lapsed;
  const now = useNow(chat.clock, 1000, open && expiresAt !== undefined);
  const left = expiresAt === undefined ? undefined : Math.ceil((expiresAt - now) / 1000);
  const expired = left !== undefined && left <= 0;
  const visible = chat.visible.value;

  useEffect(() => {
    if (!visible || !open) return;
    guard.current?.reveal();
    const composer = document.querySelector('.composer textarea');
    const writing = document.activeElement instanceof HTMLTextAreaElement || chat.draft.peek() !== '';
    if (composer && !writing && document.hasFocus()) safe.current?.focus();
  }, [visible, open, chat]);

  const press = (choice: string) => {
    if (guard.current?.mayPress()) actionsOf(chat).choose(id, choice);
  };
  // Safe first, whatever order they came in.
  const buttons = [...choices].sort((a, b) => Number(a.style === 'danger') - Number(b.style === 'danger'));
  const ended = anew ? 'shownAnew' : endOf(entry, expired && !parcel);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a card with a heading of its own, not a form's field set
    <div
      class={`card confirmation${open && !expired ? '' : ' ended'}`}
      role="group"
      aria-labelledby={title}
      aria-describedby={effect}
    >
      <span class="sr-only">
        {spoken}, {t('confirmTitle')}
      </span>
      <h2 id={title} dir="auto">
        {cleanText(card?.title ?? text)}
      </h2>
      {card && !anew && (
        <div id={effect}>
          <RichText text={card.effect} />
          {card.money && (
            <p class="money" dir="auto">
              {cleanText(card.money)}
            </p>
          )}
          <p class="undoable" dir="auto">
            <Icon name="info" />
            <span>{cleanText(card.undoable)}</span>
          </p>
        </div>
      )}
      {!ended && !closed && (
        <div class="card-actions">
          {buttons.map((choice, i) => (
            <button
              type="button"
              key={choice.id}
              ref={i === 0 ? safe : undefined}
              class={choice.style === 'danger' ? 'button danger' : 'button'}
              disabled={parcel !== undefined}
              onClick={() => press(choice.id)}
            >
              {cleanText(choice.label)}
            </button>
          ))}
        </div>
      )}
      {parcel && !ended && <p class="card-note">{t('sending')}</p>}
      {!ended && left !== undefined && left * 1000 <= lastMs && (
        <p class="card-note timer">
          <CardIcon name="clock" />
          <span aria-hidden="true">{t('secondsLeft', { n: left })}</span>
          <span class="sr-only" role="status">
            {t('lastMinute')}
          </span>
          <button
            type="button"
            class="link-button"
            disabled={parcel !== undefined}
            onClick={() => press('again')}
          >
            {t('moreTime')}
          </button>
        </p>
      )}
      {ended && <p class="card-note">{t(ended)}</p>}
      {ended === 'lapsedExpired' && !closed && (
        <button
          type="button"
          class="button"
          disabled={parcel !== undefined}
          onClick={() => actionsOf(chat).choose(id, 'again')}
        >
          {t('showAgain')}
        </button>
      )}
    </div>
  );
}

type EndKey = Extract<TextKey, 'confirmed' | 'kept' | `lapsed${string}`>;

/** How it ended, as a sentence's key; undefined while it is open. */
export function endOf(entry: QuestionEntry, expired: boolean): EndKey | undefined {
  if (entry.answer) return entry.answer.choice === 'do' ? 'confirmed' : 'kept';
  switch (entry.lapsed) {
    case 'expired':
      return 'lapsedExpired';
    case 'changed':
      return 'lapsedChanged';
    case 'handoff':
      return 'lapsedHandoff';
    case 'cancelled':
      return 'kept';
    case undefined:
      return expired ? 'lapsedExpired' : undefined;
    default:
      return 'lapsedReplaced';
  }
}
