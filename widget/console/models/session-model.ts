// Who works at this console. An expired session keeps the whole desk as it is behind a sign-in, so that nothing
// typed is lost; only signing out, or someone else signing in, takes the desk down.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../shared/errors.ts';
import type { AgentProfile } from '../../../shared/frame-config.ts';
import type { ConsolePorts } from './console-ports.ts';

type SessionState =
  | { at: 'checking' }
  /** The first question after the session got no answer. */
  | { at: 'unreachable' }
  | { at: 'out' }
  | { at: 'in'; profile: AgentProfile }
  | { at: 'expired'; profile: AgentProfile };

interface SignInProblem extends Failure {
  /** Epoch ms before which another attempt is refused. */
  notBefore?: number;
}

export interface SessionModel {
  state: ReadonlySignal<SessionState>;
  /** A sign-in is under way. */
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<SignInProblem | undefined>;
  check(): Promise<void>;
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  expire(): void;
}

export function createSessionModel({ http, clock }: Pick<ConsolePorts, 'http' | 'clock'>): SessionModel {
  const state = signal<SessionState>({ at: 'checking' });
  const busy = signal(false);
  const problem = signal<SignInProblem>();

  async function check(): Promise<void> {
    if (state.value.at !== 'expired') state.value = { at: 'checking' };
    const answer = await http.me();
    if (answer.ok) {
      state.value = { at: 'in', profile: answer.profile };
      problem.value = undefined;
    } else if (answer.error.code === 'unauthorized') {
      if (state.value.at !== 'expired') state.value = { at: 'out' };
    } else if (state.value.at === 'checking') {
      state.value = { at: 'unreachable' };
    } else {
      problem.value = answer.error;
    }
  }

  async function signIn(email: string, password: string): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = undefined;
    const answer = await http.signIn(email, password);
    if (answer.ok) await check();
    else {
      const wait = answer.error.retryAfterMs;
      problem.value = wait === undefined ? answer.error : { ...answer.error, notBefore: clock.now() + wait };
    }
    busy.value = false;
  }

  return {
    state,
    busy,
    problem,
    check,
    signIn,
    async signOut() {
      await http.signOut();
      problem.value = undefined;
      state.value = { at: 'out' };
    },
    expire() {
      if (state.value.at === 'in') state.value = { at: 'expired', profile: state.value.profile };
    },
  };
}
