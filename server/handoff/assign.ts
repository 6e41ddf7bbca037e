// Who may have a conversation: the rules that a claim and a transfer are checked against before the store
// decides the race with one conditional write (H8).
import type { AgentRow } from '../store/store.ts';

export type Member = Pick<AgentRow, 'sites'>;

/** An agent of other sites gets exactly what a conversation that does not exist would give. */
export function belongs(agent: Member, site: string): boolean {
  return agent.sites.includes(site);
}

/** Whether one more fits: conversations in hand against the capacity that the agent has set. */
export function hasRoom(capacity: number, load: number): boolean {
  return load < capacity;
}
