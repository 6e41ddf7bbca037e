// One change of hands as one conditional write: look, decide, write only if nothing has moved since; else look
// again. Whoever loses a race sees the winner's row and answers from it (H8).
import { failure } from '../../shared/errors.ts';
import type { Append } from '../store/store.ts';
import { belongs } from './assign.ts';
import type { Acting, DeskDeps, DeskResult, Loaded } from './desk-ports.ts';

export type Change = Pick<
  Append,
  'events' | 'row' | 'service' | 'statuses' | 'room' | 'clearTimers' | 'setTimers'
>;

/** A customer who types fast may move the log between look and write; more often than this is a fault. */
const attempts = 20;

/**
 * `step` gives the change for what it sees, or the answer when nothing is to be written. `agent` absent: the
 * server itself acts. An agent of other sites gets what an absent conversation gives.
 */
export async function conditionalWrite(
  deps: DeskDeps,
  conversation: string,
  agent: Acting | undefined,
  step: (seen: Loaded) => Promise<Change | DeskResult> | Change | DeskResult,
): Promise<DeskResult> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const seen = await deps.recorder.load(conversation);
    if (!seen || (agent && !belongs(agent, seen.row.site))) return failure('not_found');
    const change = await step(seen);
    if ('ok' in change) return change;
    const written = await deps.recorder.append({
      ...change,
      conversation,
      at: deps.now(),
      expect: seen.row.seq,
      fence: seen.row.fence,
    });
    if (written.ok) return { ok: true, row: written.row, events: written.events };
    if (written.why === 'not_found') return failure('not_found');
    if (written.why === 'conflict' || written.why === 'occupied') return failure('conflict');
  }
  return failure('busy');
}

/** Refuses unless this agent has the conversation: with `taken` when another has, with `gone` when nobody. */
export function unlessHeldBy(agent: Acting, { row }: Loaded): DeskResult | undefined {
  if (row.status !== 'claimed') return failure('gone');
  if (row.agent?.id === agent.id) return undefined;
  return failure('taken', row.agent ? { by: row.agent.name } : {});
}

/** Refuses what an agent decided without the customer's last words; `seen`: seq of the last event that they saw. */
export function unlessUnread({ conversation }: Loaded, seen: number | undefined): DeskResult | undefined {
  const last = conversation.inside.lastMessage?.seq ?? 0;
  return seen !== undefined && last > seen ? failure('conflict', { message: wroteSince }) : undefined;
}

const wroteSince =
  'The customer has written since you looked. Nothing was decided; read it, and decide again.';
