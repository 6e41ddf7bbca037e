// A5: what the customer writes while an agent looks at what they confirmed. A no stops it; questions are answered;
// another request goes its own way, which voids this one (D3); all else leaves it as it is, and says so.
import type { Proposal } from '../../shared/conversation.ts';
import { articleReply } from './article-reply.ts';
import { clearApproval, voidedBy } from './awaiting.ts';
import { heldBack, judge } from './candidates.ts';
import type { MessageInput } from './input.ts';
import { newRequest } from './new-request.ts';
import { notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

export function whileChecking(situation: Situation, input: MessageInput, proposal: Proposal): Reply {
  const { reading, passages } = input;
  const said = reading.gesture === 'no' || reading.opensWith === 'no' || reading.answer?.choice === 'keep';
  const no = said || reading.guard === 'negated';
  if (no) {
    return {
      move: 'kept',
      because: [because('D4', { gesture: reading.gesture ?? null, guard: reading.guard ?? null })],
      drafts: [voidedBy(proposal, 'cancelled'), notice('kept')],
      effects: [clearApproval(proposal)],
      notes: { progress: true },
    };
  }
  const verdict = judge(situation, reading);
  const other = verdict.kind === 'sure' && verdict.candidate.id !== proposal.intent;
  if (other && !heldBack(situation, reading)) return newRequest(situation, input);
  const seconds = Math.max(0, (proposal.approveBy ?? 0) - situation.now) / 1000;
  return (
    articleReply(situation, reading, passages) ?? {
      move: 'still-checking',
      because: [...verdict.because, because('A5', { proposal: proposal.id, approveBy: proposal.approveBy })],
      drafts: [notice('still-checking', { within: seconds })],
      effects: [],
    }
  );
}
