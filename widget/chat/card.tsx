// A question, a confirmation, a receipt or a file in the thread; until its part of the page is here, its words as a message.
import type { VNode } from 'preact';
import type { MessageEntry, QuestionEntry } from '../../shared/conversation.ts';
import { Bubble } from '../ui/bubble.tsx';
import { MessageText } from './message-text.tsx';
import type { Parcel } from './outbox-model.ts';
import { useLater } from './use-later.ts';

interface Props {
  entry: MessageEntry | QuestionEntry;
  /** The same confirmation stands further down once more. */
  anew?: boolean;
  parcel?: Parcel<'choice'> | undefined;
  closed: boolean;
  spoken: string;
}

export function Card({ entry, anew = false, parcel, closed, spoken }: Props): VNode {
  const parts = useLater(true);
  if (!parts)
    return (
      <Bubble spoken={spoken}>
        <MessageText text={entry.kind === 'question' ? entry.question.text : entry.text} />
      </Bubble>
    );
  const { Confirmation, Question, ReceiptCard, SentFile } = parts;
  if (entry.kind === 'message' && entry.file)
    return <SentFile entry={entry} closed={closed} spoken={spoken} />;
  if (entry.kind === 'message')
    return <ReceiptCard entry={entry} receipt={entry.receipt!} closed={closed} spoken={spoken} />;
  if (entry.question.kind === 'confirm')
    return <Confirmation entry={entry} anew={anew} parcel={parcel} closed={closed} spoken={spoken} />;
  return <Question entry={entry} parcel={parcel} closed={closed} spoken={spoken} />;
}
