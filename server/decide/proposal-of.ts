// From a card back to what it proposed.
import type { Conversation, Proposal } from '../../shared/conversation.ts';

/** The proposal whose card this question is; what only a person may carry out has none. */
export function proposalOf({ inside }: Conversation, question: string | undefined): Proposal | undefined {
  if (question === undefined) return undefined;
  return Object.values(inside.proposals).find((proposal) => proposal.question === question);
}
