// D6: a run whose outcome never came (the process died in between) is unknown, and said to be.
import type { Conversation } from '../shared/conversation.ts';
import type { Input } from './decide/input.ts';

type OutcomeInput = Extract<Input, { kind: 'outcome' }>;
const kinds = ['undo', 'hold'] as const;

/**
 * What the timer behind the call, `proposal`, `proposal:undo` or `proposal:hold`, comes to; undefined when the
 * outcome is known.
 */
export function lostOutcome(ref: string, { inside }: Conversation): OutcomeInput | undefined {
  const [id = '', kind] = ref.split(':');
  const of = kinds.find((one) => one === kind) ?? 'run';
  const proposal = inside.proposals[id];
  const missing = {
    run: proposal?.status === 'confirmed',
    undo: proposal !== undefined && proposal.undone === undefined,
    hold: inside.holds[id]?.status === 'asked',
  };
  if (!missing[of]) return undefined;
  return { kind: 'outcome', of, proposal: id, outcome: 'unknown', ms: 0, why: 'interrupted' };
}
