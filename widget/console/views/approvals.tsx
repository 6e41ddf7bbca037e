// What needs an agent's word, above the composer: each proposal with its exact arguments (A5, A6).
import type { VNode } from 'preact';
import { pendingProposals } from '../../../shared/pending-proposals.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { ApprovalCard } from './approval-card.tsx';

export function Approvals({ thread }: { thread: ThreadModel }): VNode | null {
  const pending = pendingProposals(thread.conversation.value);
  if (pending.length === 0) return null;
  return (
    <div class="approvals">
      {pending.map((one) => (
        <ApprovalCard key={one.proposal.id} pending={one} thread={thread} />
      ))}
    </div>
  );
}
