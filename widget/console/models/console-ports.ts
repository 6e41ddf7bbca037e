// What the console's models need from the outside. The browser's own are put together in main.tsx; tests and the
// gallery hand in others, so that no model touches the network, the clock or the page by itself.
import type { Ack } from '../../../shared/errors.ts';
import type { AgentProfile } from '../../../shared/frame-config.ts';
import type { BrowserStorage } from '../../ui/browser-storage.ts';
import type { Clock } from '../../ui/clock.ts';
import type { DeskConnection } from './desk-connection.ts';

/** The session's HTTP routes. Nothing rejects: no network is `unavailable`. */
export interface AgentHttp {
  signIn(email: string, password: string): Promise<Ack>;
  signOut(): Promise<void>;
  /** `unauthorized` when nobody is signed in. */
  me(): Promise<Ack<{ profile: AgentProfile }>>;
}

/** How the page asks for an agent's attention beside what is on it. */
export interface Summons {
  setTitle(title: string): void;
  /** A short sound, in one tab of all that are open. */
  sound(): void;
  /** A desktop notification if the agent allowed it, in one tab of all; `tag` replaces an earlier one. */
  notify(title: string, body: string, tag: string, pressed: () => void): void;
  /** The agent may be looking elsewhere. */
  away(): boolean;
  mayNotify(): 'granted' | 'denied' | 'default';
  askToNotify(): Promise<void>;
}

export interface ConsolePorts {
  http: AgentHttp;
  connection: DeskConnection;
  /** Small texts that outlive the page: drafts, what is not sent yet, settings. */
  kept: BrowserStorage;
  clock: Clock;
  summons: Summons;
  /** Sends a file's bytes to where the server said; `progress`: the share that is there, 0..1. */
  put(path: string, file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Ack>;
  /** A fresh id for a reply or note, unique per agent. */
  newId(): string;
}
