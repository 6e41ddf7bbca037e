// Agents named by the environment or the command line become rows, with their passwords hashed.
import { hashPassword } from './intake/password.ts';
import type { Store } from './store/store.ts';

export interface NewAgent {
  email: string;
  password: string;
  /** Default: made of the e-mail's first part. */
  name?: string;
  sites: string[];
  /** Default: as it is, and no for a new one. */
  supervisor?: boolean;
  /** Default: as they are, and none for a new one. */
  teams?: string[];
}

/** Adds the agent, or gives the one of that e-mail the password and sites anew. */
export async function addAgent(
  store: Store,
  agent: NewAgent,
  newId: () => string,
): Promise<'added' | 'changed'> {
  const email = agent.email.trim().toLowerCase();
  const password = await hashPassword(agent.password);
  const name = agent.name ?? nameOf(email);
  const roles = {
    ...(agent.supervisor === undefined ? {} : { supervisor: agent.supervisor }),
    ...(agent.teams === undefined ? {} : { teams: agent.teams }),
  };
  const added = await store.addAgent({
    id: newId(),
    email,
    name,
    password,
    sites: agent.sites,
    disabled: false,
    ...roles,
  });
  if (added === 'added') return 'added';
  await store.updateAgent(email, { password, sites: agent.sites, ...(agent.name ? { name } : {}), ...roles });
  return 'changed';
}

/** `mia.smith@…` → `Mia Smith`. */
function nameOf(email: string): string {
  return email
    .split('@')[0]!
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join(' ');
}
