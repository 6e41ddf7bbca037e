// A file that the customer attached, in the thread; of a conversation that is over only its name.
import type { VNode } from 'preact';
import type { MessageEntry } from '../../shared/conversation.ts';
import { Bubble } from '../ui/bubble.tsx';
import { FileView } from '../ui/file-view.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { useLaterChat } from './chat-context.ts';
import { fileWords } from './file-words.ts';

interface Props {
  entry: MessageEntry;
  closed: boolean;
  spoken: string;
}

export function SentFile({ entry, closed, spoken }: Props): VNode {
  const { chat, words } = useLaterChat();
  const { file, text, seq } = entry;
  const address = async () => {
    const answer = await chat.ask('file', { conversation: chat.conversation.peek() ?? '', seq });
    return answer.ok ? answer.url : undefined;
  };
  return (
    <Bubble spoken={spoken}>
      {file && !closed ? (
        <FileView
          name={text}
          file={file}
          locale={words.locale}
          missing={fileWords(words.locale).missing}
          address={address}
        />
      ) : (
        <RichText text={text} plain />
      )}
    </Bubble>
  );
}
