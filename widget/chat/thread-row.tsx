// One row of the thread: a day, a line between the bubbles, a notice, or a run of one speaker's messages.
import type { VNode } from 'preact';
import type { LineEntry } from '../../shared/conversation.ts';
import { Bubble, BubbleGroup } from '../ui/bubble.tsx';
import { cleanName } from '../ui/clean-text.ts';
import { Icon } from '../ui/icon.tsx';
import type { FirstKey, Words } from '../ui/words.ts';
import { Card } from './card.tsx';
import { useChat } from './chat-context.ts';
import { MessageText } from './message-text.tsx';
import type { Piece, Row, Speaker } from './thread-rows.ts';
import { Unsent } from './unsent.tsx';
import { useLater } from './use-later.ts';

interface Props {
  row: Row;
  /** Of a conversation that is over: nothing in it can be pressed. */
  closed?: boolean;
}

export function ThreadRow({ row, closed }: Props): VNode {
  const { chat, words } = useChat();
  switch (row.kind) {
    case 'day':
      return <div class="day-line">{words.dayOf(row.at, chat.clock.now())}</div>;
    case 'line':
      return <Between entry={row.entry} />;
    case 'notice':
      return (
        <div class="notice">
          <Icon name="info" />
          <div>
            <span class="sr-only">{words.t('notice')}: </span>
            <MessageText text={row.entry.text} />
          </div>
        </div>
      );
    case 'group':
      return <Run row={row} closed={closed ?? false} />;
  }
}

/** Its height is there before its words. */
function Between({ entry }: { entry: LineEntry }): VNode {
  const parts = useLater(true);
  return <p class="event-line">{parts ? <parts.EventLine entry={entry} /> : '\u00a0'}</p>;
}

function Run({ row, closed }: { row: Extract<Row, { kind: 'group' }>; closed: boolean }): VNode {
  const { chat, words } = useChat();
  const own = row.speaker === 'customer';
  const name = speakerName(row.speaker, row.name, chat.config.assistant, words);
  const badge = words.t(own ? 'you' : row.speaker === 'agent' ? 'person' : 'automated');
  const last = row.pieces.at(-1);
  const stored = last?.kind === 'message' || (last?.kind === 'answer' && last.stored);
  const saw = chat.agentSaw.value;
  const isSeen =
    last?.kind === 'message' &&
    !closed &&
    saw !== undefined &&
    saw.conversation === chat.conversation.value &&
    saw.seq >= last.entry.seq;
  const foot = (
    <>
      <time>{words.time(row.at)}</time>
      {own && stored && (
        <>
          <span aria-hidden="true">·</span>
          <span aria-live="off">{words.t(isSeen ? 'seen' : 'sent')}</span>
        </>
      )}
    </>
  );
  const spoken = [own ? undefined : name, badge, words.time(row.at)].filter(Boolean).join(', ');
  return (
    <BubbleGroup
      role={row.speaker === 'agent' ? 'person' : row.speaker}
      own={own}
      name={name}
      badge={badge}
      foot={last?.kind === 'unsent' ? undefined : foot}
    >
      {row.pieces.map((piece) => (
        <PieceView key={piece.key} piece={piece} spoken={spoken} closed={closed} />
      ))}
    </BubbleGroup>
  );
}

function PieceView({ piece, spoken, closed }: { piece: Piece; spoken: string; closed: boolean }): VNode {
  switch (piece.kind) {
    case 'unsent':
      return <Unsent parcel={piece.parcel} spoken={spoken} />;
    case 'answer':
      return (
        <Bubble spoken={spoken} state={piece.stored ? undefined : 'waiting'}>
          <MessageText text={piece.text} plain />
        </Bubble>
      );
    case 'question':
      return (
        <Card entry={piece.entry} among={piece.among} parcel={piece.parcel} closed={closed} spoken={spoken} />
      );
    case 'message': {
      const { entry } = piece;
      if (entry.receipt || entry.file) return <Card entry={entry} closed={closed} spoken={spoken} />;
      return (
        <Bubble spoken={spoken}>
          <MessageText text={entry.text} plain={entry.from === 'customer'} />
          {entry.articles?.map((article) => (
            <MessageText
              key={article.id}
              text={article.url ? `[${article.title.replace(/[[\]]/g, '')}](${article.url})` : article.title}
            />
          ))}
        </Bubble>
      );
    }
  }
}

function speakerName(
  speaker: Speaker,
  name: string | undefined,
  assistant: string,
  words: Words<FirstKey>,
): string {
  if (speaker === 'customer') return words.t('you');
  return cleanName(name ?? (speaker === 'agent' ? words.t('person') : assistant));
}
