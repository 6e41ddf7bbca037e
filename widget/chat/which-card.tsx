// Which card an entry of the thread is: a question, a confirmation, a receipt or a file.
import type { VNode } from 'preact';
import type { CardProps } from './card.tsx';
import { Confirmation } from './confirmation.tsx';
import { isShownAnew } from './is-shown-anew.ts';
import { Question } from './question.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { SentFile } from './sent-file.tsx';

export function WhichCard({ entry, among = [], parcel, closed, spoken }: CardProps): VNode {
  if (entry.kind === 'message' && entry.file)
    return <SentFile entry={entry} closed={closed} spoken={spoken} />;
  if (entry.kind === 'message')
    return <ReceiptCard entry={entry} receipt={entry.receipt!} closed={closed} spoken={spoken} />;
  if (entry.question.kind !== 'confirm')
    return <Question entry={entry} parcel={parcel} closed={closed} spoken={spoken} />;
  const anew = isShownAnew(entry, among);
  return <Confirmation entry={entry} anew={anew} parcel={parcel} closed={closed} spoken={spoken} />;
}
