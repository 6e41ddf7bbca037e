// A5 supervised: what the customer confirmed waits for an agent. Approved, it runs once; refused, or with nobody to
// approve it in time, nothing is done and a person takes over.
import type { Proposal } from '../../shared/conversation.ts';
import type { Because } from '../../shared/events.ts';
import type { Action } from '../site/site.ts';
import { actionById } from './action-by-id.ts';
import { clearApproval, voidedBy } from './awaiting.ts';
import { deadlineNotice } from './deadline-notice.ts';
import type { Decision, Draft, Effect } from './decision.ts';
import { handOff } from './hand-off.ts';
import { conclude, type Notes, notice, type Reply, systemNotice } from './reply.ts';
import { isForPerson, rolloutMode } from './rollout-mode.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';
import { whatChanged } from './what-changed.ts';

/** The confirmation of a proposal that may not run yet. With nobody there to approve it, a person gets it later. */
export function askApproval(situation: Situation, proposal: Proposal, why: Because[]): Reply {
  const { limits } = situation.site;
  const alone = situation.desk.wait.basis === 'nobody' || situation.desk.onDuty === 0;
  if (alone) return keepForPerson(situation, proposal, 'expired', [...why, because('A5', { onDuty: 0 })]);
  // What is set aside for it must still be so when it runs (A4).
  const { until = Number.POSITIVE_INFINITY } = situation.conversation.inside.holds[proposal.id] ?? {};
  const approveBy = Math.min(situation.now + limits.approval, until);
  return {
    move: 'ask-approval',
    because: [...why, because('A5', { proposal: proposal.id, mode: 'supervised', approveBy })],
    drafts: [
      confirmed(proposal, approveBy),
      notice('checking', { within: (approveBy - situation.now) / 1000 }),
    ],
    effects: [{ effect: 'set-timer', name: 'approval', ref: proposal.id, due: approveBy }],
    notes: { progress: true },
    mode: 'supervised',
  };
}

/** Confirmed, and not to be run by the assistant: the whole of it goes to a person, and nothing was done. */
export function keepForPerson(
  situation: Situation,
  proposal: Proposal,
  why: 'held' | 'expired',
  reasons: Because[],
  effects: Effect[] = [],
): Reply {
  const before = [confirmed(proposal, situation.now), voidedBy(proposal, why)];
  const reply = toPerson(situation, proposal, before, 'held', reasons, { progress: true });
  return { ...reply, effects: [...reply.effects, ...effects], mode: why === 'held' ? 'held' : 'supervised' };
}

/** The state of an approval as it is now, whichever came first: an agent's word, or the time. */
export function onApproval(situation: Situation, id: string): Decision {
  const proposal = situation.conversation.inside.proposals[id];
  const action = actionById(situation, proposal?.action);
  if (proposal?.status !== 'awaiting') return { events: [], effects: [] };
  if (proposal.approved === undefined && situation.now < (proposal.approveBy ?? 0))
    return { events: [], effects: [] };
  const reply = settled(situation, proposal, action);
  return conclude(situation, { ...reply, effects: [clearApproval(proposal), ...reply.effects] });
}

function settled(situation: Situation, proposal: Proposal, action: Action | undefined): Reply {
  const { approved, approvedBy, approveBy } = proposal;
  const evidence = { proposal: proposal.id, approved: approved ?? null, by: approvedBy?.id ?? null };
  const why = [because('A5', { ...evidence, approveBy })];
  if (approved === undefined)
    return toPerson(situation, proposal, [voidedBy(proposal, 'expired')], 'approval-late', why);
  if (!approved) return toPerson(situation, proposal, [voidedBy(proposal, 'refused')], 'not-approved', why);
  if (action && isForPerson(rolloutMode(situation, action)))
    return toPerson(situation, proposal, [voidedBy(proposal, 'held')], 'held', why);
  const changed = whatChanged(situation, proposal, 'awaiting');
  if (changed?.fact !== undefined) {
    const failed = [...why, because('A3', changed)];
    return toPerson(situation, proposal, [voidedBy(proposal, 'changed')], 'unavailable', failed);
  }
  if (changed) {
    return {
      move: 'changed',
      because: [...why, because('D3', changed)],
      drafts: [voidedBy(proposal, 'changed'), systemNotice('changed')],
      effects: [],
      mode: 'supervised',
    };
  }
  return {
    move: 'run',
    because: [...why, because('D5', { proposal: proposal.id })],
    drafts: [],
    effects: [{ effect: 'run', proposal: proposal.id }],
    notes: { progress: true, runs: proposal.id },
    mode: 'supervised',
  };
}

function confirmed({ id, action, arguments: bound, hash }: Proposal, approveBy: number): Draft {
  return { type: 'confirmed', proposal: id, action, arguments: bound, hash, approveBy };
}

function toPerson(
  situation: Situation,
  proposal: Proposal,
  before: Draft[],
  told: 'held' | 'approval-late' | 'not-approved' | 'unavailable',
  why: Because[],
  notes: Notes = {},
): Reply {
  const action = actionById(situation, proposal.action);
  const evidence = { proposal: proposal.id, action: proposal.action };
  const deadline = action ? deadlineNotice(situation, action, proposal.object) : [];
  const drafts = [...before, systemNotice(told), ...deadline];
  const reply = handOff(situation, [{ trigger: 'approval', evidence }], why, drafts, notes);
  return { ...reply, move: told, mode: 'supervised' };
}
