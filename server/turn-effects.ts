// What a decision wants done at the business, done: its outcome is the next input. An outcome that stays unknown is
// asked after by its key, where the site says how (D6); nothing is ever sent a second time.
import type { Conversation } from '../shared/conversation.ts';
import type { Act, Customer, RunOutcome } from './act/act.ts';
import type { Effect } from './decide/decision.ts';
import type { Input } from './decide/input.ts';
import type { Site } from './site/site.ts';

type OutcomeInput = Extract<Input, { kind: 'outcome' }>;

/** Undefined when nothing of the decision is the business's. */
export async function performEffects(
  act: Act,
  id: string,
  site: Site,
  conversation: Conversation,
  effects: Effect[],
): Promise<OutcomeInput | undefined> {
  const customer = customerOf(conversation);
  if (!customer) return undefined;
  const { proposals, holds } = conversation.inside;
  for (const wanted of effects) {
    if (wanted.effect === 'run' || wanted.effect === 'undo') {
      const proposal = proposals[wanted.proposal];
      if (!proposal) continue;
      const outcome = await act[wanted.effect](site, customer, proposal, id);
      const input = outcomeOf(wanted.effect, proposal.id, outcome);
      // After a time-out the business may still be at it: what it knows now is not the end of it.
      const ask = input.of === 'run' && input.outcome === 'unknown' && input.why !== 'timeout';
      return ask ? lookUpOutcome(act, id, site, conversation, input) : input;
    }
    if (wanted.effect === 'set-aside' || wanted.effect === 'release') {
      const hold = holds[wanted.hold];
      const did = wanted.effect === 'set-aside' ? 'hold' : 'release';
      if (hold) return outcomeOf(did, hold.id, await act[did](site, customer, hold, id));
    }
  }
  return undefined;
}

/** The input as it was, or what the business says became of the run. */
export async function lookUpOutcome(
  act: Act,
  id: string,
  site: Site,
  conversation: Conversation,
  input: OutcomeInput,
): Promise<OutcomeInput> {
  const proposal = conversation.inside.proposals[input.proposal];
  const customer = customerOf(conversation);
  const action = site.actions.find((candidate) => candidate.id === proposal?.action);
  if (input.of !== 'run' || !proposal || !customer || !action?.lookup) return input;
  const found = await act.lookUp(site, customer, proposal, id);
  return found.outcome === 'unknown'
    ? { ...input, ms: input.ms + found.ms }
    : outcomeOf('run', proposal.id, { ...found, ms: input.ms + found.ms });
}

function outcomeOf(of: OutcomeInput['of'], proposal: string, outcome: RunOutcome): OutcomeInput {
  return { kind: 'outcome', of, proposal, ...outcome };
}

export function customerOf({ view }: Conversation): Customer | undefined {
  const { customer } = view;
  return customer && { id: customer.id, ...(customer.name ? { name: customer.name } : {}) };
}
