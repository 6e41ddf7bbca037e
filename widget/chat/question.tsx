// A clarification: one question, its choices as buttons (click, arrow keys, numbers), which fold into the answer.
import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { QuestionEntry } from '../../shared/conversation.ts';
import { Bubble } from '../ui/bubble.tsx';
import { cleanText } from '../ui/clean-text.ts';
import { RichText } from '../ui/rich-text.tsx';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import type { Parcel } from './outbox-model.ts';

interface Props {
  entry: QuestionEntry;
  /** The answer on its way. */
  parcel: Parcel<'choice'> | undefined;
  closed: boolean;
  spoken: string;
}

export function Question({ entry, parcel, closed, spoken }: Props): VNode {
  const { chat, words } = useLaterChat();
  const { id, text, choices } = entry.question;
  const list = useRef<HTMLDivElement>(null);
  const hint = useId();
  const open = !closed && !parcel && chat.view.value.open === id && choices.length > 0;

  useEffect(() => {
    if (!open) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const choice = choices[Number(event.key) - 1];
      if (choice) actionsOf(chat).choose(id, choice.id);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [open, id, choices, chat]);

  return (
    <>
      <Bubble spoken={spoken}>
        <RichText text={text} />
      </Bubble>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend, and the question above is it
        <div
          ref={list}
          class="choices"
          role="group"
          aria-label={cleanText(text)}
          aria-describedby={hint}
          onKeyDown={step}
        >
          {choices.map((choice, i) => (
            <button
              type="button"
              key={choice.id}
              class="choice"
              onClick={() => actionsOf(chat).choose(id, choice.id)}
            >
              <span class="key" aria-hidden="true">
                {i + 1}
              </span>
              <bdi>{cleanText(choice.label)}</bdi>
            </button>
          ))}
          <span id={hint} class="sr-only">
            {words.t('chooseHint')}
          </span>
        </div>
      )}
    </>
  );
}

/** Arrow keys go round the buttons; in a right-to-left page left and right change places. */
function step(event: TargetedKeyboardEvent<HTMLDivElement>): void {
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const forward = event.key === 'ArrowDown' || event.key === (rtl ? 'ArrowLeft' : 'ArrowRight');
  const back = event.key === 'ArrowUp' || event.key === (rtl ? 'ArrowRight' : 'ArrowLeft');
  if (!forward && !back) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = (at + (forward ? 1 : -1) + buttons.length) % buttons.length;
  buttons[next]?.focus();
  event.preventDefault();
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
