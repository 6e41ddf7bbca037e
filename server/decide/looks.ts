// A4: which facts must be fresher than they are before this input can be decided. Asked for once: what comes
// back failed is decided on as failed.
import { ageOf } from '../../shared/age-of.ts';
import { actionById } from './action-by-id.ts';
import { awaitingOf } from './awaiting.ts';
import type { Effect } from './decision.ts';
import type { Input } from './input.ts';
import { proposalOf } from './proposal-of.ts';
import type { Situation } from './situation.ts';

/** The look that must come first, if any. */
export function looksFor(situation: Situation, input: Input): Effect | undefined {
  const action = actionAbout(situation, input);
  if (action?.on === undefined) return undefined;
  const facts = situation.facts[action.on];
  if (!facts?.ok || ageOf(facts.at, situation.now) <= action.maxStaleness) return undefined;
  return { effect: 'look', facts: [action.on], maxAge: action.maxStaleness };
}

/** The action that this input is about to confirm, to run after an approval, or to propose once more. */
function actionAbout(situation: Situation, input: Input) {
  const { proposals } = situation.conversation.inside;
  const about = proposalApproved(situation, input) ?? proposalAsked(situation, input);
  return actionById(situation, proposals[about ?? '']?.action);
}

/** An agent's refusal, or none at all, needs no facts. */
function proposalApproved(situation: Situation, input: Input): string | undefined {
  const approves =
    (input.kind === 'agent' && input.did === 'approved') ||
    (input.kind === 'timer' && input.name === 'approval');
  const awaiting = approves ? awaitingOf(situation.conversation) : undefined;
  return awaiting?.approved ? awaiting.id : undefined;
}

/** The proposal that the customer's own doing is about. */
function proposalAsked(situation: Situation, input: Input): string | undefined {
  const { closed, question } = situation.conversation.inside;
  if (input.kind === 'choice' && input.choice === 'do')
    return closed.find(({ id }) => id === input.question)?.proposal;
  if (input.kind === 'message' && question?.kind === 'confirm') return question.proposal;
  if (input.kind === 'asked' && input.what === 'again')
    return proposalOf(situation.conversation, input.question)?.id;
  return undefined;
}
