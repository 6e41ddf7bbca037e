// A copy of the conversation for the customer's own files, as text or as a page (P2).
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useLaterChat } from './chat-context.ts';

const kinds = { text: 'text/plain', html: 'text/html' } as const;
type Kind = keyof typeof kinds;

export function KeepCopy(): VNode {
  const { chat, words, of } = useLaterChat();
  const { t } = words;
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const keep = async (kind: Kind) => {
    if (state === 'busy') return;
    setState('busy');
    const conversation = of ?? chat.conversation.peek() ?? '';
    const answer = await chat.ask('transcript', { conversation, format: kind });
    if (answer.ok) save(answer.name, new Blob([answer.content], { type: `${kinds[kind]};charset=utf-8` }));
    setState(answer.ok ? 'idle' : 'failed');
  };
  return (
    <p class="soft">
      {t('keepCopy')}{' '}
      <button type="button" class="link-button" onClick={() => void keep('text')}>
        {t('keepText')}
      </button>{' '}
      <button type="button" class="link-button" onClick={() => void keep('html')}>
        {t('keepPage')}
      </button>
      {state === 'failed' && <span role="alert"> {t('errorFailed')}</span>}
    </p>
  );
}

/** As a browser saves what a link leads to; the address is let go once it has been taken up. */
function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
