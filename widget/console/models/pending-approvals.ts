// Proposals that the customer has confirmed and that still need an agent's word (A5 supervised, A6 held).
import type { Conversation, Proposal } from '../../../shared/conversation.ts';
import type { Event } from '../../../shared/events.ts';

export function pendingApprovals({ inside }: Conversation, events: readonly Event[]): Proposal[] {
  return Object.values(inside.proposals).filter(
    (proposal) =>
      proposal.status === 'confirmed' && proposal.approved === undefined && waits(proposal.id, events),
  );
}

/** An autonomous action is confirmed for a moment before it runs: that is nothing to ask an agent about. */
function waits(proposal: string, events: readonly Event[]): boolean {
  const proposed = events.find((event) => event.type === 'proposed' && event.proposal === proposal);
  if (!proposed) return false;
  const made = events.findLast((event) => event.type === 'decided' && event.seq < proposed.seq);
  if (made?.type === 'decided' && made.mode !== 'autonomous') return true;
  return events.some(
    (event) =>
      event.type === 'decided' &&
      event.seq > proposed.seq &&
      event.because.some(({ rule, evidence }) => heldBy(rule) && evidence.proposal === proposal),
  );
}

const heldBy = (rule: string) => rule === 'A5' || rule === 'A6';
