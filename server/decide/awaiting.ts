// D3 while an agent's approval is awaited: anything changed, a newer question, a handoff or the end voids what the
// customer confirmed, and they hear that nothing was done. Kept for every decision alike, in reply.ts.
import type { Conversation, Proposal } from '../../shared/conversation.ts';
import type { BodyOf } from '../../shared/events.ts';
import type { Draft, Effect } from './decision.ts';

/** The proposal that waits for an agent; there is never more than one. */
export function awaitingOf({ inside }: Conversation): Proposal | undefined {
  return Object.values(inside.proposals).find(({ status }) => status === 'awaiting');
}

export function voidedBy(proposal: Proposal, why: BodyOf<'voided'>['why']): Draft {
  const { id, action, arguments: bound, hash } = proposal;
  return { type: 'voided', proposal: id, action, arguments: bound, hash, why };
}

export function clearApproval(proposal: Proposal): Effect {
  return { effect: 'clear-timer', name: 'approval', ref: proposal.id };
}

/** Why these drafts void it; undefined while they leave it as it is, or deal with it themselves. */
export function voids(proposal: Proposal, drafts: Draft[]): 'handoff' | 'new-request' | undefined {
  const settled = drafts.some(
    (draft) => 'type' in draft && draft.type === 'voided' && draft.proposal === proposal.id,
  );
  if (settled) return undefined;
  if (drafts.some((draft) => 'draft' in draft && draft.draft === 'handoff')) return 'handoff';
  return drafts.some((draft) => 'draft' in draft && draft.draft === 'question') ? 'new-request' : undefined;
}
