// What needs an agent's word: a proposal that the customer has confirmed and that waits for it (A5 supervised), or one
// that only a person may carry out (A5 shadow, A6), until they have said what became of it.
import type { Conversation, Proposal } from '../../../shared/conversation.ts';

export interface PendingProposal {
  proposal: Proposal;
  /** It runs on the agent's word; otherwise the agent carries it out and reports. */
  runs: boolean;
}

export function pendingApprovals({ inside }: Conversation): PendingProposal[] {
  return Object.values(inside.proposals).flatMap((proposal): PendingProposal[] => {
    const { status, approved, verdict, voided } = proposal;
    if (status === 'awaiting') return approved === undefined ? [{ proposal, runs: true }] : [];
    const forPerson =
      status === 'shadowed' || (status === 'void' && (voided === 'held' || voided === 'expired'));
    return forPerson && verdict === undefined ? [{ proposal, runs: false }] : [];
  });
}
