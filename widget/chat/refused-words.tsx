// What was written about a conversation and refused: the words, and what can be done about them.
import type { VNode } from 'preact';
import { cleanText } from '../ui/clean-text.ts';
import { NotSent } from './not-sent.tsx';

export function RefusedWords({ id, text }: { id: string; text: string }): VNode {
  return (
    <div class="refused-words">
      <bdi>{cleanText(text)}</bdi>
      <div class="group-foot">
        <NotSent id={id} />
      </div>
    </div>
  );
}
