// The head of the sheet: where one is, and the way back.
import type { VNode } from 'preact';
import { CardIcon } from '../ui/card-icon.tsx';
import { useLaterChat } from './chat-context.ts';

export function SheetTop({ title, back }: { title: string; back(): void }): VNode {
  const { t } = useLaterChat().words;
  return (
    <div class="sheet-top">
      <button type="button" class="icon-button" aria-label={t('back')} onClick={back}>
        <CardIcon name="back" />
      </button>
      <h2 tabIndex={-1}>{title}</h2>
    </div>
  );
}
