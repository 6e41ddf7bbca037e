// A4: which facts must be fresher than they are before this input can be decided. Asked for once: what comes
// back failed is decided on as failed.
import type { Effect } from './decision.ts';
import type { Input } from './input.ts';
import type { Situation } from './situation.ts';

/** The look that must come first, if any. */
export function looksFor(situation: Situation, input: Input): Effect | undefined {
  const action = actionAbout(situation, input);
  const fact = action?.on;
  if (!action || fact === undefined) return undefined;
  const facts = situation.facts[fact];
  if (!facts?.ok || situation.now - facts.at <= action.maxStaleness) return undefined;
  return { effect: 'look', facts: [fact], maxAge: action.maxStaleness };
}

/** The action that this input is about to confirm or to propose once more. */
function actionAbout(situation: Situation, input: Input) {
  const { proposals, closed, question } = situation.conversation.inside;
  const about =
    input.kind === 'choice' && input.choice === 'do'
      ? closed.find(({ id }) => id === input.question)?.proposal
      : input.kind === 'message' && question?.kind === 'confirm'
        ? question.proposal
        : input.kind === 'asked' && input.what === 'again'
          ? Object.values(proposals).find((proposal) => proposal.question === input.question)?.id
          : undefined;
  const action = about === undefined ? undefined : proposals[about]?.action;
  return situation.site.actions.find(({ id }) => id === action);
}
