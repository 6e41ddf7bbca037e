// A question, a confirmation, a receipt or a file in the thread; until its part of the page is here, its words as a message.
import type { VNode } from 'preact';
import type { Entry, MessageEntry, QuestionEntry } from '../../shared/conversation.ts';
import { Bubble } from '../ui/bubble.tsx';
import { MessageText } from './message-text.tsx';
import type { Parcel } from './outbox-model.ts';
import { useLater } from './use-later.ts';

export interface CardProps {
  entry: MessageEntry | QuestionEntry;
  /** The conversation that a question stands in. */
  among?: readonly Entry[];
  parcel?: Parcel<'choice'> | undefined;
  closed: boolean;
  spoken: string;
}

export function Card(props: CardProps): VNode {
  const { entry, spoken } = props;
  const parts = useLater(true);
  if (parts) return <parts.WhichCard {...props} />;
  return (
    <Bubble spoken={spoken}>
      <MessageText text={entry.kind === 'question' ? entry.question.text : entry.text} />
    </Bubble>
  );
}
