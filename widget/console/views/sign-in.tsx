// The way in: whole page at first, or a dialog over the desk when a session has ended.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

export function SignInPage(): VNode {
  const { words, session } = useDesk();
  const state = session.state.value;
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <Mark />
        <h1>{words.signIn.title}</h1>
        {state.at === 'checking' && (
          <p class="soft" role="status">
            {words.signIn.checking}
          </p>
        )}
        {state.at === 'unreachable' && (
          <>
            <p role="alert">{words.signIn.unreachable}</p>
            <button type="button" class="button primary" onClick={() => void session.check()}>
              {words.signIn.again}
            </button>
          </>
        )}
        {state.at === 'out' && <SignInForm send={words.signIn.send} />}
      </div>
    </main>
  );
}

/** Over the desk, which stays as it is behind it. */
export function SessionExpired({ email }: { email: string }): VNode {
  const { words, session } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus();
  }, []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="expired-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="expired-title">{words.expired.title}</h2>
      <p class="soft">{words.expired.text}</p>
      <SignInForm email={email} send={words.expired.send} />
      <button type="button" class="link-button" onClick={() => void session.signOut()}>
        {words.expired.other}
      </button>
    </dialog>
  );
}

function SignInForm({ email: known, send }: { email?: string; send: string }): VNode {
  const { words, session } = useDesk();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const busy = session.busy.value;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void session.signIn(email.trim(), password);
  };
  return (
    <form class="form" onSubmit={submit}>
      <label class="field">
        <span>{words.signIn.email}</span>
        <input
          ref={known ? null : first}
          type="email"
          autocomplete="username"
          required
          value={email}
          readOnly={known !== undefined}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <div class="field">
        <label for="password">{words.signIn.password}</label>
        <div class="with-button">
          <input
            id="password"
            ref={known ? first : null}
            type={(shown ? 'text' : 'password') as 'password'}
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
          <button type="button" class="link-button" onClick={() => setShown(!shown)}>
            {shown ? words.signIn.hide : words.signIn.show}
          </button>
        </div>
      </div>
      <SignInProblem />
      <button type="submit" class="button primary" disabled={busy}>
        {busy ? words.signIn.sending : send}
      </button>
    </form>
  );
}

function SignInProblem(): VNode | null {
  const { words, session, ports } = useDesk();
  const problem = session.problem.value;
  const [, again] = useState(0);
  const left =
    problem?.notBefore === undefined ? 0 : Math.ceil((problem.notBefore - ports.clock.now()) / 1000);
  useEffect(() => (left > 0 ? ports.clock.after(1000, () => again((count) => count + 1)) : undefined));
  if (!problem || (problem.notBefore !== undefined && left <= 0)) return null;
  const text =
    problem.code === 'unauthorized' || problem.code === 'denied'
      ? words.signIn.wrong
      : problem.notBefore !== undefined
        ? words.signIn.throttled(words.durationLong(left))
        : words.errors[problem.code];
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}

/** The product's mark: a rail to hold on to. */
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <path class="mark-line" d="M8 13.500h16M11 13.500v9M21 13.500v9" />
      <circle class="mark-dot" cx="16" cy="8.500" r="1.600" />
    </svg>
  );
}
