// What needs an agent's word: a proposal that the customer has confirmed and that waits for it (A5 supervised), or one
// that only a person may carry out (A5 shadow, A6), until they have said what became of it. For queue and console.
import type { Conversation, Proposal } from './conversation.ts';

export interface PendingProposal {
  proposal: Proposal;
  /** It runs on the agent's word; otherwise the agent carries it out and reports. */
  runs: boolean;
}

export function pendingProposals({ inside }: Conversation): PendingProposal[] {
  return Object.values(inside.proposals).flatMap((proposal): PendingProposal[] => {
    const { status, approved, verdict } = proposal;
    if (status === 'awaiting') return approved === undefined ? [{ proposal, runs: true }] : [];
    return isForPerson(proposal) && verdict === undefined ? [{ proposal, runs: false }] : [];
  });
}

/** Only a person may carry it out: it was never the assistant's to run, or came to a person before it ran. */
export function isForPerson({ status, voided }: Proposal): boolean {
  return status === 'shadowed' || (status === 'void' && (voided === 'held' || voided === 'expired'));
}
