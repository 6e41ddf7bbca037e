// D7: what was done, when, under which reference, and Undo while its window is open.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageEntry } from '../../shared/conversation.ts';
import type { Receipt } from '../../shared/events.ts';
import { CardIcon } from '../ui/card-icon.tsx';
import { cleanText } from '../ui/clean-text.ts';
import { Icon } from '../ui/icon.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import { useNow } from './use-now.ts';

interface Props {
  entry: MessageEntry;
  receipt: Receipt;
  closed: boolean;
  spoken: string;
}

export function ReceiptCard({ entry, receipt, closed, spoken }: Props): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const { proposal, label, reference, at, undoUntil, undoLabel } = receipt;
  const reversal = entry.notice === 'undone';
  const undoable = !closed && !reversal && !entry.undone && undoUntil !== undefined;
  const now = useNow(chat.clock, 15_000, undoable);
  const asked = chat.outbox.parcels.value.some(
    (parcel) => parcel.event === 'undo' && parcel.payload.proposal === proposal,
  );
  return (
    <div class={`card receipt${entry.undone ? ' ended' : ''}`}>
      <span class="sr-only">{spoken}: </span>
      <h2>
        {reversal || entry.undone ? <CardIcon name="undo" /> : <Icon name="check" />}
        <span>{t(reversal || entry.undone ? 'receiptUndone' : 'receipt')}</span>
        <time>{words.time(at)}</time>
      </h2>
      <p class="receipt-label" dir="auto">
        {cleanText(label)}
      </p>
      {entry.text !== label && <RichText text={entry.text} />}
      {reference && <Reference reference={reference} />}
      {undoable && undoUntil > now && (
        <div class="undo-row">
          <button
            type="button"
            class="button"
            disabled={asked}
            onClick={() => actionsOf(chat).undo(proposal)}
          >
            <CardIcon name="undo" />
            <bdi>{undoLabel ? cleanText(undoLabel) : t('undo')}</bdi>
          </button>
          <span class="card-note">{t('undoUntil', { time: words.moment(undoUntil, now) })}</span>
        </div>
      )}
    </div>
  );
}

function Reference({ reference }: { reference: string }): VNode {
  const { chat, words } = useLaterChat();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(reference);
    setCopied(true);
    chat.clock.after(2000, () => setCopied(false));
  };
  return (
    <p class="reference">
      <span>{words.t('reference')}</span>
      <bdi class="code">{cleanText(reference)}</bdi>
      {/* Plain-HTTP pages have no clipboard; there the reference can still be marked and copied. */}
      {'clipboard' in navigator && (
        <button type="button" class="link-button" onClick={() => void copy()}>
          {copied ? <Icon name="check" /> : <CardIcon name="copy" />}
          <span>{words.t(copied ? 'copied' : 'copy')}</span>
        </button>
      )}
      {/* Beside the button: a status inside of it would leave it without a name. */}
      <span class="sr-only" role="status">
        {copied && words.t('copied')}
      </span>
    </p>
  );
}
