// A line between the bubbles: who came, who left, where it stands.
import type { VNode } from 'preact';
import type { LineEntry } from '../../shared/conversation.ts';
import { cleanName } from '../ui/clean-text.ts';
import type { Words } from '../ui/words.ts';
import { useLaterChat } from './chat-context.ts';

export function EventLine({ entry }: { entry: LineEntry }): VNode {
  const { words } = useLaterChat();
  return (
    <>
      <span>{lineText(entry, words)}</span>
      <span aria-hidden="true">·</span>
      <time>{words.time(entry.at)}</time>
    </>
  );
}

function lineText({ line, text }: LineEntry, { t }: Words): string {
  const name = cleanName(text);
  switch (line) {
    case 'handoff':
      return t('lineHandoff');
    case 'claimed':
      return t('lineClaimed', { name });
    case 'transferred':
      return t('lineTransferred', { name });
    case 'returned':
      return t('lineReturned', { name });
    case 'requeued':
      return t('lineRequeued');
    case 'resolved':
      return t('lineResolved');
    case 'waited':
      if (text === 'message') return t('lineMessage');
      if (text === 'callback') return t('lineCallback');
      if (text === 'mail') return t('lineMail');
      return t(text === 'assistant' ? 'lineAssistant' : 'lineKeep');
  }
}
