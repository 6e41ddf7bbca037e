// What waits for an agent's word: a proposal that the customer has confirmed, with its exact arguments (A5).
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Proposal } from '../../../shared/conversation.ts';
import { pendingApprovals } from '../models/pending-approvals.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { Arguments } from './arguments.tsx';
import { useDesk } from './desk-context.ts';
import { KeyHint } from './key-hint.tsx';

export function Approvals({ thread }: { thread: ThreadModel }): VNode | null {
  const pending = pendingApprovals(thread.conversation.value, thread.events.value);
  if (pending.length === 0) return null;
  return (
    <div class="approvals">
      {pending.map((proposal) => (
        <Approval key={proposal.id} proposal={proposal} thread={thread} />
      ))}
    </div>
  );
}

function Approval({ proposal, thread }: { proposal: Proposal; thread: ThreadModel }): VNode {
  const { words, acts } = useDesk();
  const [reason, setReason] = useState('');
  const busy = acts.busy.value.has(thread.id);
  const card = thread.conversation.value.view.entries.findLast(
    (entry) => entry.kind === 'question' && entry.question.proposal === proposal.id,
  );
  const shown = card?.kind === 'question' ? card.question.card : undefined;
  const say = (approve: boolean) =>
    void acts.approve(thread.id, proposal.id, approve, reason.trim() || undefined);
  return (
    <section class="approval" aria-labelledby={`approval-${proposal.id}`}>
      <h3 id={`approval-${proposal.id}`}>
        {words.approval.title} <code>{proposal.action}</code>
      </h3>
      {shown && (
        <p>
          <strong>{shown.title}</strong> {shown.effect} {shown.money}
        </p>
      )}
      <p class="soft">{words.approval.text}</p>
      <Arguments values={proposal.arguments} />
      <div class="approval-acts">
        <input
          type="text"
          maxLength={500}
          value={reason}
          placeholder={`${words.approval.reason} (${words.optional})`}
          aria-label={words.approval.reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <button type="button" class="button small approval-refuse" disabled={busy} onClick={() => say(false)}>
          {words.approval.refuse} <KeyHint act="approve" />
        </button>
        <button type="button" class="button small primary" disabled={busy} onClick={() => say(true)}>
          {words.approval.approve}
        </button>
      </div>
    </section>
  );
}
