// One proposal that needs an agent's word: approved or refused as it is; or, where the agent carries it out by hand,
// done, done differently, or not done.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PendingProposal } from '../../../shared/pending-proposals.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { ApprovalEdit } from './approval-edit.tsx';
import { Arguments } from './arguments.tsx';
import { useDesk } from './desk-context.ts';
import { KeyHint } from './key-hint.tsx';

export function ApprovalCard({
  pending: { proposal, runs },
  thread,
}: {
  pending: PendingProposal;
  thread: ThreadModel;
}): VNode {
  const { words, acts } = useDesk();
  const [reason, setReason] = useState('');
  const [editing, setEditing] = useState(false);
  const { approval } = words;
  const busy = acts.busy.value.has(thread.id);
  const card = thread.conversation.value.view.entries.findLast(
    (entry) => entry.kind === 'question' && entry.question.proposal === proposal.id,
  );
  const shown = card?.kind === 'question' ? card.question.card : undefined;
  const say = (approve: boolean, did?: Parameters<typeof acts.approve>[2]['arguments']) =>
    void acts.approve(thread.id, proposal.id, {
      approve,
      seen: thread.seq(),
      reason: reason.trim() || undefined,
      ...(did ? { arguments: did } : {}),
    });
  const text = runs ? approval.text : approval.byHandText;
  return (
    <section class="approval" aria-labelledby={`approval-${proposal.id}`}>
      <h3 id={`approval-${proposal.id}`}>
        {runs ? approval.title : approval.byHand} <code>{proposal.action}</code>
      </h3>
      {shown && (
        <p>
          <strong>{shown.title}</strong> {shown.effect} {shown.money}
        </p>
      )}
      <p class="soft">
        {!runs && proposal.confirmedAt !== undefined && `${approval.confirmedText} `}
        {text}
      </p>
      {editing ? (
        <ApprovalEdit
          values={proposal.arguments}
          busy={busy}
          back={() => setEditing(false)}
          done={(did) => say(true, did)}
        />
      ) : (
        <>
          <Arguments values={proposal.arguments} />
          <div class="approval-acts">
            <input
              type="text"
              maxLength={500}
              value={reason}
              placeholder={`${approval.reason} (${words.optional})`}
              aria-label={approval.reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
            <button
              type="button"
              class="button small approval-refuse"
              disabled={busy}
              onClick={() => say(false)}
            >
              {runs ? approval.refuse : approval.didNot} <KeyHint act="approve" />
            </button>
            {!runs && (
              <button type="button" class="button small" disabled={busy} onClick={() => setEditing(true)}>
                {approval.differently}
              </button>
            )}
            <button type="button" class="button small primary" disabled={busy} onClick={() => say(true)}>
              {runs ? approval.approve : approval.did}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
