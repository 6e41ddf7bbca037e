// Who takes a conversation that is handed on: the agent who was named, or of a team whoever has the most room. Whoever
// is not there, or full, takes nothing: the conversation stays where it is, and the reason is said.
import { type Failure, failure } from '../../shared/errors.ts';
import { inLocale } from '../../shared/in-locale.ts';
import type { AgentRow } from '../store/store.ts';
import { belongs, hasRoom } from './assign.ts';
import type { DeskDeps, Loaded } from './desk-ports.ts';
import type { DeskPresence } from './desk-presence.ts';

/** How a team is named where an agent's id may stand. */
const teamPrefix = 'team:';

/** `name`: what the customer reads, the agent's or the team's. */
export type Target = { ok: true; target: AgentRow; name: string } | { ok: false; error: Failure };

/** The team's id where a team is named; undefined where an agent is. */
export function teamOf(to: string): string | undefined {
  return to.startsWith(teamPrefix) ? to.slice(teamPrefix.length) : undefined;
}

/** The agent, if they are there and have room, or have the conversation already. `name`: instead of their own. */
export async function findAgent(
  { store }: DeskDeps,
  presence: DeskPresence,
  { row }: Loaded,
  id: string,
  name?: string,
): Promise<Target> {
  const target = await store.agent(id);
  if (!target || target.disabled || !belongs(target, row.site)) return failure('not_found');
  const found: Target = { ok: true, target, name: name ?? target.name };
  if (target.id === row.agent?.id) return found;
  if (!(await presence.isOnDuty(target.id)))
    return failure('denied', { message: `${target.name} is not on duty; ${stays}` });
  const { capacity, load } = await presence.loadOf(target.id);
  if (hasRoom(capacity, load)) return found;
  return failure('denied', { message: `${target.name} has no room for another one; ${stays}` });
}

/** Of those with room the one whose load is the smallest share of what they take; of equals the first by id. */
export async function findMember(
  { store, sites }: DeskDeps,
  presence: DeskPresence,
  { row, conversation }: Loaded,
  id: string,
): Promise<Target> {
  const site = sites.get(row.site);
  const team = site?.teams.find((one) => one.id === id);
  if (!site || !team) return failure('not_found');
  const label = inLocale(team.label, site.locale, site.locale);
  const onDuty = new Set((await presence.onDuty(row.site)).map(({ agent }) => agent));
  const members = (await store.agents())
    .filter((agent) => agent.teams.includes(id) && onDuty.has(agent.id) && agent.id !== row.agent?.id)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (members.length === 0) return failure('denied', { message: `Nobody of ${label} is on duty; ${stays}` });
  let best: { agent: AgentRow; share: number } | undefined;
  for (const agent of members) {
    const { capacity, load } = await presence.loadOf(agent.id);
    const share = load / capacity;
    if (hasRoom(capacity, load) && (!best || share < best.share)) best = { agent, share };
  }
  if (!best) return failure('denied', { message: `Nobody of ${label} has room for another one; ${stays}` });
  return { ok: true, target: best.agent, name: inLocale(team.label, conversation.view.locale, site.locale) };
}

const stays = 'the conversation stays where it is.';
