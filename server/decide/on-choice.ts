// A question was answered, by its button or in words: what the choice means goes on from here.

import type { Proposal } from '../../shared/conversation.ts';
import type { BodyOf, EventOf } from '../../shared/events.ts';
import { actionById } from './action-by-id.ts';
import { askApproval, keepForPerson } from './approval.ts';
import { voidedBy } from './awaiting.ts';
import { bringPerson } from './bring-person.ts';
import type { Meaning, Pending } from './clarify.ts';
import type { Decision, Draft, Effect } from './decision.ts';
import { handOff, stillWaiting } from './hand-off.ts';
import type { Input, Passage } from './input.ts';
import { thenLater } from './later.ts';
import { conclude, notice, type Reply, systemNotice } from './reply.ts';
import { isForPerson, needsApproval, rolloutMode } from './rollout-mode.ts';
import { because } from './rules.ts';
import type { Situation, Surge } from './situation.ts';
import { takeUp } from './take-up.ts';
import { whatChanged } from './what-changed.ts';

export function onChoice(situation: Situation, input: Extract<Input, { kind: 'choice' }>): Decision {
  const question = situation.conversation.inside.closed.find(({ id }) => id === input.question);
  if (!question) throw new Error(`question ${input.question} is none that was closed lately`);
  const { status } = situation.conversation.view;
  if (status !== 'assistant')
    return conclude(situation, overtaken(situation, question, input.choice), input.seq);
  const reply = settle(situation, { question, choice: input.choice }, []);
  // "Something else" is an answer that leads nowhere yet (C7).
  const progress = reply.move !== 'listen';
  const notes = progress ? { ...reply.notes, progress } : reply.notes;
  return conclude(situation, { ...reply, ...(notes ? { notes } : {}) }, input.seq);
}

/** D3: a person came between the press and its turn. What was confirmed does not run, and the customer hears so. */
function overtaken(situation: Situation, question: EventOf<'question'>, choice: string): Reply {
  const { status } = situation.conversation.view;
  const proposal = situation.conversation.inside.proposals[question.proposal ?? ''];
  const confirmed = question.kind === 'confirm' && choice === 'do';
  const closed = closing(proposal, status === 'resolved' ? 'ended' : 'handoff');
  const told = confirmed ? [...closed, systemNotice('lapsed')] : [];
  const why = [because('D3', { question: question.id, choice, status })];
  if (status === 'claimed') return { move: 'overtaken', because: why, drafts: told, effects: [] };
  return stillWaiting(situation, why, told);
}

/** What was pressed and comes to nothing is void from then on: nothing that follows takes it for one that may still run. */
function closing(proposal: Proposal | undefined, why: BodyOf<'voided'>['why']): Draft[] {
  return proposal?.status === 'open' ? [voidedBy(proposal, why)] : [];
}

/** A choice of a question, or a pending request whose missing detail has just been learnt. */
export type Settled =
  | { question: EventOf<'question'>; choice: string; passages?: Passage[] }
  | { pending: Pending };

/** What a settled question goes on with. */
export function settle(situation: Situation, settled: Settled, why: Reply['because']): Reply {
  if ('pending' in settled) return takeUp(situation, settled, why);
  const { question, choice, passages } = settled;
  const goOn = (pending: Pending, more: Reply['because']): Reply =>
    takeUp(situation, { pending, ...(passages ? { passages } : {}) }, [...why, ...more]);
  if (question.kind === 'confirm') return confirmation(situation, question, choice, why);
  const meaning = (question.means as Record<string, Meaning> | undefined)?.[choice];
  const pending = question.pending as Pending | undefined;
  if (!meaning || 'else' in meaning) {
    return {
      move: 'listen',
      because: [...why, because('C4', { choice })],
      drafts: [notice('tell-me-more')],
      effects: [],
    };
  }
  if ('person' in meaning) return handOff(situation, [{ trigger: 'asked', evidence: { by: 'choice' } }], why);
  if ('carryOn' in meaning) {
    return {
      move: 'carry-on',
      because: [...why, because('N2', {})],
      drafts: [notice('carry-on')],
      effects: [],
    };
  }
  // A pressed choice makes the intent certain; it never stands in for the confirmation (D1).
  if ('intent' in meaning) {
    const { intent, details = {}, record } = meaning;
    return goOn({ intent, details, ...(record ? { record } : {}) }, [because('C3', { choice })]);
  }
  if (!pending) throw new Error(`question ${question.id} does not say what it was for`);
  if ('record' in meaning)
    return goOn({ ...pending, record: meaning.record }, [because('C9', { record: meaning.record })]);
  const details = { ...pending.details, [pending.detail ?? '']: meaning.value };
  return goOn({ ...pending, details }, [because('C8', { detail: pending.detail })]);
}

/** Statuses of a proposal that has been pressed before. */
const taken = new Set<Proposal['status']>(['awaiting', 'confirmed', 'done', 'unknown']);

function confirmation(
  situation: Situation,
  question: EventOf<'question'>,
  choice: string,
  why: Reply['because'],
): Reply {
  const cleared = [{ effect: 'clear-timer' as const, name: 'expiry', ref: question.id }];
  const proposal = situation.conversation.inside.proposals[question.proposal ?? ''];
  if (!proposal) throw new Error(`question ${question.id} has no proposal`);
  if (choice !== 'do') {
    const kept: Reply = {
      move: 'kept',
      because: [...why, because('D4', { choice })],
      drafts: [notice('kept')],
      effects: cleared,
    };
    return thenLater(situation, { ...kept, notes: { progress: true } }, situation.conversation.inside.later);
  }
  if (taken.has(proposal.status)) {
    const once = because('D5', { proposal: proposal.id, status: proposal.status });
    return { move: 'done-once', because: [...why, once], drafts: [], effects: cleared };
  }
  const changed = whatChanged(situation, proposal, 'open');
  if (changed?.fact !== undefined) {
    const failed = [{ trigger: 'failure' as const, evidence: changed }];
    const reasons = [...why, because('A3', changed)];
    const told = [...closing(proposal, 'changed'), systemNotice('unavailable')];
    return { ...bringPerson(situation, failed, reasons, told), effects: cleared };
  }
  if (changed) {
    return {
      move: 'changed',
      because: [...why, because('D3', changed)],
      drafts: [...closing(proposal, 'changed'), systemNotice('changed')],
      effects: cleared,
    };
  }
  return go(situation, proposal, [...why, because('D3', { hash: proposal.hash, confirmed: true })], cleared);
}

/** Confirmed, and all of it still holds: it runs, or what stands in its way is told (A5, A6). */
function go(situation: Situation, proposal: Proposal, why: Reply['because'], cleared: Effect[]): Reply {
  const { action: id, arguments: bound, hash } = proposal;
  const action = actionById(situation, id)!;
  const mode = rolloutMode(situation, action);
  const held = situation.gates.held.includes(id);
  const surge = situation.gates.surges?.[id];
  if (surge && !held) {
    const reasons = [...why, because('A6', { action: id, ...surge })];
    return keepForPerson(situation, proposal, 'held', reasons, [...cleared, hold(id, surge)]);
  }
  if (held || isForPerson(mode)) {
    const reason = held ? because('A6', { action: id, held }) : because('A5', { action: id, mode });
    return keepForPerson(situation, proposal, 'held', [...why, reason], cleared);
  }
  if (needsApproval(mode, action)) {
    const asked = askApproval(situation, proposal, why);
    return { ...asked, effects: [...cleared, ...asked.effects] };
  }
  return {
    move: 'run',
    because: [...why, because('D5', { proposal: proposal.id })],
    drafts: [{ type: 'confirmed', proposal: proposal.id, action: id, arguments: bound, hash }],
    effects: [...cleared, { effect: 'run', proposal: proposal.id }],
    notes: { progress: true },
    mode,
  };
}

/** A6: this one and all that follow are a person's. */
function hold(action: string, { count, expected, window, limit }: Surge): Effect {
  const minutes = Math.round(window / 60_000);
  const why = `${count + 1} confirmed in ${minutes} min, where ${expected} are usual and ${limit} are too many`;
  return { effect: 'hold', action, why };
}
