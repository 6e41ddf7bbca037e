// H2, H3, H4, H6: the place in line and the wait as it was stated, in a line or two with the choices one has
// meanwhile; what asks for room (a form, what the person will already know) unfolds when it is asked for.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CardIcon } from '../ui/card-icon.tsx';
import type { Words } from '../ui/words.ts';
import { Brief } from './brief.tsx';
import { useLaterChat } from './chat-context.ts';
import { actionsOf } from './customer-actions.ts';
import { LeaveForm } from './leave-form.tsx';
import { TellMe } from './tell-me.tsx';
import { useNow } from './use-now.ts';
import { type StatedWait, waitProgress } from './wait-model.ts';

type Form = 'message' | 'callback' | 'mail';

const formTitles = { message: 'leaveMessage', callback: 'callBack', mail: 'mailMe' } as const;

export function Waiting(): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const [form, setForm] = useState<Form>();
  const dock = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  const stated = chat.wait.stated.value;
  const since = chat.view.value.handoff?.at ?? stated?.at ?? 0;
  const now = useNow(chat.clock, 1000, stated !== undefined);
  const progress = stated && waitProgress(stated, since, now);
  const calledBack = chat.view.value.entries.some((e) => e.kind === 'line' && e.text === 'callback');

  useEffect(() => {
    // Back to where the form was asked for.
    if (!form && wasOpen.current) dock.current?.querySelector<HTMLElement>('h2')?.focus();
    wasOpen.current = form !== undefined;
  }, [form]);

  if (form)
    return (
      <section class="dock">
        <h2 tabIndex={-1}>{t(formTitles[form])}</h2>
        <LeaveForm kind={form} onCancel={() => setForm(undefined)} onDone={() => setForm(undefined)} />
      </section>
    );

  const { title, note } = stated ? sentences(stated, words, now) : { title: t('waitingTitle'), note: '' };
  // Promised only where it can be sent.
  const kinds: Form[] = chat.welcome.value?.mail ? ['message', 'callback', 'mail'] : ['message', 'callback'];
  const choices = kinds.map((kind) => (
    <button type="button" class="button" key={kind} aria-expanded={false} onClick={() => setForm(kind)}>
      {t(formTitles[kind])}
    </button>
  ));
  return (
    <section class="dock waiting" ref={dock}>
      {/* Announced once for each statement: the progress below is for the eye alone. */}
      <div role="status">
        <h2 tabIndex={-1}>
          <CardIcon name="clock" /> {title}
        </h2>{' '}
        <p>{note}</p>
      </div>
      {progress && (
        <ProgressLine share={progress.share} label={waited(now - since, words)} late={progress.late} />
      )}
      {progress?.late && <p class="late">{t('waitingLonger')}</p>}
      {calledBack && <p class="soft">{t('callBackTaken')}</p>}
      <div class="dock-actions">
        {stated?.wait.basis !== 'nobody' && (
          <button type="button" class="button" onClick={() => actionsOf(chat).preferWait({ choice: 'keep' })}>
            {t('keepWaiting')}
          </button>
        )}
        {choices}
      </div>
      {/* With nobody on duty, the way is to leave a message; then it is offered, too. */}
      {stated?.wait.basis !== 'nobody' && <TellMe />}
      <div class="dock-more">
        <Brief />
        <button
          type="button"
          class="link-button"
          onClick={() => actionsOf(chat).preferWait({ choice: 'assistant' })}
        >
          {t('carryOn')}
        </button>
      </div>
    </section>
  );
}

/** The width is set through the object model, which a policy without inline styles allows. */
function ProgressLine({ share, label, late }: { share: number; label: string; late: boolean }): VNode {
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    bar.current?.style.setProperty('inline-size', `${Math.round(share * 100)}%`);
  }, [share]);
  return (
    <div
      class={`progress${late ? ' over' : ''}`}
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

/** Where one stands in a few words, and what it means. */
function sentences({ wait }: StatedWait, { t, span, moment }: Words, now: number) {
  if (wait.basis === 'nobody') {
    const opens = wait.opensAt === undefined ? '' : t('nobodyOpens', { when: moment(wait.opensAt, now) });
    return { title: t('nobodyTitle'), note: opens || t('nobodyNote') };
  }
  const note = wait.within === null ? t('waitingUnknown') : t('waitingWithin', { time: span(wait.within) });
  return { title: t('waitingPlace', { n: wait.position }), note };
}

/** In whole minutes that have passed, so that what is read out does not change every second. */
function waited(ms: number, { t, span }: Words): string {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 1 ? t('waitedLittle') : t('waitedFor', { time: span(minutes * 60) });
}
