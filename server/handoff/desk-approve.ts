// An agent's word on a proposal (A5): on one that waits for it, which then runs or does not; or on one that only a
// person may carry out, to say that they did, did it otherwise, or did not. One word counts.
import type { Proposal } from '../../shared/conversation.ts';
import { failure } from '../../shared/errors.ts';
import type { EventBody } from '../../shared/events.ts';
import { isForPerson } from '../../shared/pending-proposals.ts';
import { crashNet } from '../record/crash-net.ts';
import { type Change, conditionalWrite, unlessUnread } from './conditional-write.ts';
import { person } from './desk-claim.ts';
import type { Acting, DeskDeps, DeskResult, Loaded } from './desk-ports.ts';

export interface Approval {
  proposal: string;
  approve: boolean;
  reason?: string;
  /** Of what only a person may carry out: the arguments that they did it with instead. */
  arguments?: Record<string, unknown>;
  /** seq of the last event that the agent saw: what the customer wrote since has to be read first. */
  seen?: number;
}

export function createDeskApprove(deps: DeskDeps) {
  /** What the customer confirmed, and an agent decides on. */
  const settle = (agent: Acting, loaded: Loaded, said: Approval, found: Proposal): Change | DeskResult => {
    if (found.approved !== undefined) return decidedBefore(found);
    if (deps.now() >= (found.approveBy ?? 0)) return failure('gone');
    if (said.arguments) return failure('denied', { message: onlyAsConfirmed });
    const unread = unlessUnread(loaded, said.seen);
    if (unread) return unread;
    return {
      events: [approved(agent, said, found)],
      // In the same write, so that neither the word nor what follows from it is lost.
      setTimers: [{ name: 'approval', ref: found.id, due: deps.now() + crashNet }],
    };
  };

  /** What an agent carried out by hand, or did not. */
  const report = (agent: Acting, said: Approval, found: Proposal): Change | DeskResult => {
    if (found.verdict !== undefined) return decidedBefore(found);
    if (!said.approve || !said.arguments || same(said.arguments, found.arguments))
      return { events: [approved(agent, said, found)] };
    return {
      events: [
        {
          type: 'corrected',
          by: 'agent',
          correct: false,
          proposal: found.id,
          arguments: said.arguments,
          agent: person(agent),
          ...(said.reason ? { text: said.reason } : {}),
        },
      ],
    };
  };

  return {
    approve: (agent: Acting, id: string, said: Approval): Promise<DeskResult> =>
      conditionalWrite(deps, id, agent, (seen) => {
        const found = seen.conversation.inside.proposals[said.proposal];
        if (!found) return failure('not_found');
        if (found.status === 'awaiting') return settle(agent, seen, said, found);
        return isForPerson(found) ? report(agent, said, found) : failure('gone');
      }),
  };
}

function approved(agent: Acting, { approve, reason }: Approval, found: Proposal): EventBody {
  const { id, action, arguments: bound, hash } = found;
  return {
    type: 'approved',
    proposal: id,
    action,
    arguments: bound,
    hash,
    by: person(agent),
    approve,
    ...(reason ? { reason } : {}),
  };
}

function decidedBefore({ approvedBy, approved, verdict }: Proposal): DeskResult {
  const by = approvedBy?.name ?? 'A colleague';
  const what = (approved ?? verdict === 'edited') ? 'approved' : 'refused';
  return failure('taken', { by, message: `${by} has ${what} it already; your word was not taken.` });
}

function same(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

const onlyAsConfirmed =
  'The customer confirmed exactly these arguments, so they cannot be changed here. Approve or refuse it as it is.';
