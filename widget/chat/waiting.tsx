// H2, H3, H4, H6: the place in line, the wait as it was stated with a quiet line of progress, what the person will
// already know, and the choices one has meanwhile.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import type { Words } from '../ui/words.ts';
import { Brief } from './brief.tsx';
import { useChat } from './chat-context.ts';
import { LeaveForm } from './leave-form.tsx';
import { useNow } from './use-now.ts';
import { type StatedWait, waitProgress } from './wait-model.ts';

export function Waiting(): VNode {
  const { chat, words } = useChat();
  const { t } = words;
  const [form, setForm] = useState<'message' | 'callback'>();
  const stated = chat.wait.stated.value;
  const since = chat.view.value.handoff?.at ?? stated?.at ?? 0;
  const now = useNow(chat.clock, 1000, stated !== undefined);
  const nobody = stated?.wait.basis === 'nobody';
  const progress = stated && waitProgress(stated, since, now);
  const calledBack = chat.view.value.entries.some((e) => e.kind === 'line' && e.text === 'callback');

  if (form || nobody)
    return (
      <section class="dock" aria-live="polite">
        <h2 tabIndex={-1}>
          {nobody ? t('nobodyTitle') : t(form === 'callback' ? 'callBack' : 'leaveMessage')}
        </h2>
        {nobody && stated.wait.opensAt !== undefined && (
          <p>{t('nobodyOpens', { when: words.moment(stated.wait.opensAt, now) })}</p>
        )}
        {nobody && <p class="soft">{t('nobodyNote')}</p>}
        <LeaveForm
          kind={form ?? 'message'}
          {...(nobody ? {} : { onCancel: () => setForm(undefined) })}
          onDone={() => setForm(undefined)}
        />
        {nobody && <CarryOn />}
      </section>
    );

  return (
    <section class="dock waiting">
      <h2 tabIndex={-1}>
        <Icon name="clock" /> {t('waitingTitle')}
      </h2>
      {/* Announced once for each statement: the seconds below are for the eye alone. */}
      <p role="status">{stated ? sentence(stated, words) : ''}</p>
      {progress && (
        <>
          <ProgressLine share={progress.share} label={t('waitedFor', { time: passed(now - since, words) })} />
          {progress.late && <p class="late">{t('waitingLonger')}</p>}
        </>
      )}
      {calledBack && <p class="soft">{t('callBackTaken')}</p>}
      <Brief />
      <div class="dock-actions">
        <button type="button" class="button" onClick={() => chat.preferWait({ choice: 'keep' })}>
          {t('keepWaiting')}
        </button>
        <button type="button" class="button" onClick={() => setForm('message')}>
          {t('leaveMessage')}
        </button>
        <button type="button" class="button" onClick={() => setForm('callback')}>
          {t('callBack')}
        </button>
      </div>
      <CarryOn />
    </section>
  );
}

function CarryOn(): VNode {
  const { chat, words } = useChat();
  return (
    <button type="button" class="link-button" onClick={() => chat.preferWait({ choice: 'assistant' })}>
      {words.t('carryOn')}
    </button>
  );
}

/** The width is set through the object model, which a policy without inline styles allows. */
function ProgressLine({ share, label }: { share: number; label: string }): VNode {
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    bar.current?.style.setProperty('inline-size', `${Math.round(share * 100)}%`);
  }, [share]);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <span ref={bar} />
    </div>
  );
}

function sentence({ wait }: StatedWait, { t, span }: Words): string {
  const bound = wait.within === null ? t('waitingUnknown') : t('waitingWithin', { time: span(wait.within) });
  return `${t('waitingPlace', { n: wait.position })} ${bound}`;
}

/** Whole minutes once there is one, so that what is read out does not change every second. */
function passed(ms: number, { span }: Words): string {
  return span(ms < 60_000 ? ms / 1000 : Math.floor(ms / 60_000) * 60);
}
