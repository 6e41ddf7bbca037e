// Who of the business is signed in: a random token in the agent's hands, its SHA-256 in the store.
import { createHash, randomBytes } from 'node:crypto';
import type { AgentRow, Store } from '../store/store.ts';
import { checkPassword } from './password.ts';

/** Milliseconds until an agent has to sign in again: a long shift. */
const life = 12 * 3_600_000;
export const agentCookie = 'handrail_agent';

/** An agent as the rest of the server knows one: nothing secret in it. */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  sites: string[];
  supervisor: boolean;
  teams: string[];
  /** SHA-256 of the token, by which the session is ended. */
  session: string;
}

export interface AgentSessions {
  /** A token, or undefined when e-mail and password do not belong together; both take the same time. */
  signIn(email: string, password: string): Promise<string | undefined>;
  agent(token: string): Promise<SignedIn | undefined>;
  /** The same by the token's hash: whether a session of a while ago still holds. */
  still(session: string): Promise<SignedIn | undefined>;
  end(session: string): Promise<void>;
  /** Milliseconds. */
  life: number;
}

type AgentStore = Pick<Store, 'agentByEmail' | 'agent' | 'addSession' | 'session' | 'endSessions'>;

export function createAgentSessions(store: AgentStore, now: () => number): AgentSessions {
  const still = async (session: string): Promise<SignedIn | undefined> => {
    const found = await store.session(session, now());
    const row = found && (await store.agent(found.agent));
    return row && !row.disabled ? known(row, session) : undefined;
  };
  return {
    life,
    still,
    async signIn(email, password) {
      const row = await store.agentByEmail(email);
      const right = await checkPassword(password, row?.password);
      if (!row || !right || row.disabled) return undefined;
      const token = randomBytes(32).toString('base64url');
      await store.addSession({ token: sessionOf(token), agent: row.id, expiresAt: now() + life });
      return token;
    },
    agent: (token) => still(sessionOf(token)),
    end: (session) => store.endSessions({ token: session }),
  };
}

function sessionOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function known(row: AgentRow, session: string): SignedIn {
  const { id, name, email, sites, supervisor, teams } = row;
  return { id, name, email, sites, supervisor, teams, session };
}
