// The end: five points and a sentence if one likes, and the way on, here or afresh (N2).
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import { KeepCopy } from './keep-copy.tsx';
import { RefusedWords } from './refused-words.tsx';
import { useRefused } from './use-refused.ts';

const points = [1, 2, 3, 4, 5] as const;

export function Ending(): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const id = chat.conversation.value;
  const isRated = id !== undefined && actionsOf(chat).rated.value.has(id);
  const refused = useRefused('rating', ({ conversation }) => conversation === id);
  return (
    <section class="dock ending">
      {refused ? (
        <RefusedWords id={refused.payload.id} text={refused.payload.comment ?? ''} />
      ) : (
        !isRated && <Rating />
      )}
      <div class="dock-actions">
        <button
          type="button"
          class="button"
          disabled={actionsOf(chat).beginning.value}
          onClick={() => void actionsOf(chat).begin()}
        >
          {t('startAgain')}
        </button>
      </div>
      <KeepCopy />
      <p class="soft">{t('continueHint')}</p>
    </section>
  );
}

function Rating(): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const [score, setScore] = useState<number>();
  const [comment, setComment] = useState('');
  const field = useId();
  const send = (event: Event) => {
    event.preventDefault();
    if (score !== undefined) actionsOf(chat).rate(score, comment);
  };
  return (
    <form class="rating" onSubmit={send}>
      <fieldset>
        <legend>{t('rateTitle')}</legend>
        <div class="points">
          {points.map((point) => (
            <label key={point} class="point">
              <input
                type="radio"
                name={`rating-${field}`}
                checked={score === point}
                aria-label={t('ratePoints', { n: point, max: points.length })}
                onChange={() => setScore(point)}
              />
              <span aria-hidden="true">{point}</span>
            </label>
          ))}
        </div>
        <div class="ends" aria-hidden="true">
          <span>{t('rateLow')}</span>
          <span>{t('rateHigh')}</span>
        </div>
      </fieldset>
      {score !== undefined && (
        <>
          <label for={field}>{t('rateComment')}</label>
          <textarea
            id={field}
            class="field"
            rows={2}
            dir="auto"
            maxLength={2000}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <div class="dock-actions">
            <button type="submit" class="button primary">
              {t('rateSend')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}
