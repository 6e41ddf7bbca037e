// A file that was attached, in the thread; of a former conversation above the present one only its name.
import type { VNode } from 'preact';
import type { MessageEntry } from '../../shared/conversation.ts';
import { Bubble } from '../ui/bubble.tsx';
import { FileView } from '../ui/file-view.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { useLaterChat } from './chat-context.ts';

interface Props {
  entry: MessageEntry;
  closed: boolean;
  spoken: string;
}

export function SentFile({ entry, closed, spoken }: Props): VNode {
  const { chat, words, of } = useLaterChat();
  const { file, text, seq } = entry;
  const address = async () => {
    const answer = await chat.ask('file', { conversation: of ?? chat.conversation.peek() ?? '', seq });
    return answer.ok ? answer.url : undefined;
  };
  return (
    <Bubble spoken={spoken}>
      {file && (of || !closed) ? (
        <FileView
          name={text}
          file={file}
          locale={words.locale}
          save={words.t('saveName', { name: text })}
          missing={words.t('fileMissing')}
          address={address}
        />
      ) : (
        <RichText text={text} plain />
      )}
    </Bubble>
  );
}
