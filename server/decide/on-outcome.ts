// What came of an action: done leaves a receipt (D7), failed is told as failed, unknown is told as unknown and
// goes to a person (D6). After a claim only the receipt or notice is said, by nobody in particular (H7).
import type { Proposal } from '../../shared/conversation.ts';
import type { Action } from '../site/site.ts';
import { actionById } from './action-by-id.ts';
import { bringPerson } from './bring-person.ts';
import type { Decision, Draft, MessageDraft } from './decision.ts';
import { handOff } from './hand-off.ts';
import type { Input } from './input.ts';
import { thenLater } from './later.ts';
import { conclude, customerValues, type Reply, systemNotice } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

type OutcomeInput = Extract<Input, { kind: 'outcome' }>;

export function onOutcome(situation: Situation, input: OutcomeInput): Decision {
  const proposal = situation.conversation.inside.proposals[input.proposal];
  const action = actionById(situation, proposal?.action);
  // An action that a new version of the site has no more: what came of it is told all the same, but that it was done.
  if (!proposal || (!action && input.outcome === 'done'))
    throw new Error(`outcome of unknown proposal ${input.proposal}`);
  const reply =
    input.of === 'run'
      ? afterRun(situation, input, proposal, action)
      : afterUndo(situation, input, proposal, action);
  return conclude(situation, reply);
}

function logged(input: OutcomeInput, { id, action, arguments: bound, hash }: Proposal): Draft {
  return {
    type: input.of === 'run' ? 'ran' : 'undone',
    proposal: id,
    action,
    arguments: bound,
    hash,
    outcome: input.outcome,
    ms: input.ms,
    ...(input.reference ? { reference: input.reference } : {}),
    ...(input.why ? { why: input.why } : {}),
  };
}

function afterRun(
  situation: Situation,
  input: OutcomeInput,
  proposal: Proposal,
  action: Action | undefined,
): Reply {
  const evidence = { action: proposal.action, outcome: input.outcome, ms: input.ms };
  const ran = logged(input, proposal);
  if (action && input.outcome === 'done') {
    const done: Reply = {
      move: 'done',
      because: [because('D7', evidence)],
      drafts: [ran, receipt(situation, input, proposal, action)],
      effects: [],
      notes: { progress: true },
    };
    const claimed = situation.conversation.view.status === 'claimed';
    return claimed ? done : thenLater(situation, done, situation.conversation.inside.later);
  }
  if (input.outcome === 'unknown')
    return toPerson(situation, 'unknown-outcome', because('D6', evidence), ran);
  return toPerson(situation, 'failure', because('A2', { ...evidence, why: input.why }), ran);
}

function receipt(
  situation: Situation,
  input: OutcomeInput,
  proposal: Proposal,
  action: Action,
): MessageDraft {
  const values = valuesOf(situation, input, proposal);
  return {
    draft: 'message',
    say: { say: 'words', words: action.receipt, values },
    from: situation.conversation.view.status === 'claimed' ? 'system' : 'assistant',
    receipt: {
      proposal: proposal.id,
      label: action.label,
      values,
      at: situation.now,
      ...(input.reference ? { reference: input.reference } : {}),
      ...(action.undo ? { undoUntil: situation.now + action.undo.window, undoLabel: action.undo.label } : {}),
    },
  };
}

function toPerson(
  situation: Situation,
  trigger: 'unknown-outcome' | 'failure',
  why: Reply['because'][number],
  ran: Draft,
): Reply {
  const told = systemNotice(trigger === 'failure' ? 'failed' : 'unknown-outcome');
  const { status } = situation.conversation.view;
  if (status === 'claimed') return { move: 'told', because: [why], drafts: [ran, told], effects: [] };
  const before = [ran, told];
  const evidence = why.evidence;
  return trigger === 'failure'
    ? bringPerson(situation, [{ trigger, evidence }], [why], before)
    : handOff(situation, [{ trigger, evidence }], [why], before);
}

function afterUndo(
  situation: Situation,
  input: OutcomeInput,
  proposal: Proposal,
  action: Action | undefined,
): Reply {
  const undone = logged(input, proposal);
  const evidence = { action: proposal.action, outcome: input.outcome };
  if (input.outcome !== 'done' || !action?.undo) {
    const told = systemNotice('undo-failed');
    const why = [because(input.outcome === 'unknown' ? 'D6' : 'A2', evidence)];
    if (situation.conversation.view.status === 'claimed')
      return { move: 'told', because: why, drafts: [undone, told], effects: [] };
    return handOff(situation, [{ trigger: 'unknown-outcome', evidence }], why, [undone, told]);
  }
  const values = valuesOf(situation, input, proposal);
  const draft: MessageDraft = {
    draft: 'message',
    from: 'system',
    say: { say: 'words', words: action.undo.receipt, values },
    notice: 'undone',
    receipt: {
      proposal: proposal.id,
      label: action.undo.label,
      values,
      at: situation.now,
      ...(input.reference ? { reference: input.reference } : {}),
    },
  };
  return { move: 'undone', because: [because('D7', evidence)], drafts: [undone, draft], effects: [] };
}

/** What the texts of a receipt may name: what the card could, and what came of it. */
function valuesOf(situation: Situation, input: OutcomeInput, proposal: Proposal): Record<string, unknown> {
  return {
    ...proposal.object,
    ...proposal.details,
    object: proposal.object ?? {},
    details: proposal.details ?? {},
    arguments: proposal.arguments,
    result: input.result ?? {},
    customer: customerValues(situation),
    reference: input.reference ?? '',
  };
}
