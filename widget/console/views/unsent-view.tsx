// A reply or note on its way, and what can be done when it did not get through.
import type { VNode } from 'preact';
import { RichText } from '../../ui/rich-text.tsx';
import type { Unsent } from '../models/unsent.ts';
import { sayFailure } from '../words/say-failure.ts';
import { useDesk } from './desk-context.ts';

export function UnsentView({ item }: { item: Unsent }): VNode {
  const { words, outbox, drafts } = useDesk();
  const takeBack = () => {
    const text = outbox.takeBack(item.id);
    if (text === undefined) return;
    const draft = drafts.of(item.conversation)[item.kind];
    drafts.write(item.conversation, item.kind, draft ? `${text}\n${draft}` : text);
  };
  return (
    <div class={`${item.kind === 'note' ? 'note' : 'said said-agent'} unsent unsent-${item.state}`}>
      <div class={item.kind === 'note' ? undefined : 'said-body'}>
        <RichText text={item.text} />
      </div>
      {item.state === 'failed' ? (
        <p class="unsent-foot" role="alert">
          <span class="problem">
            {words.thread.notSent} {item.problem && sayFailure(words, item.problem)}
          </span>
          <button type="button" class="link-button" onClick={() => outbox.retry(item.id)}>
            {words.thread.retry}
          </button>
          <button type="button" class="link-button" onClick={takeBack}>
            {words.thread.takeBack}
          </button>
        </p>
      ) : (
        <p class="unsent-foot soft">{item.state === 'queued' ? words.thread.queued : words.thread.sending}</p>
      )}
    </div>
  );
}
