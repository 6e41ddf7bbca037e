// What an agent did that the assistant has a part in: after a return it says that it is back, and no trigger
// that was answered fires again without new evidence (H11); an approval lets a proposal run, or not (A5).
import { onApproval } from './approval.ts';
import type { Decision } from './decision.ts';
import type { Input } from './input.ts';
import { conclude, notice } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

export function onAgent(situation: Situation, input: Extract<Input, { kind: 'agent' }>): Decision {
  if (input.did === 'approved') return onApproval(situation, input.proposal);
  const { inside, view } = situation.conversation;
  // Said already, or no longer so: whoever gave it back may have taken it again.
  if (!inside.back || view.status !== 'assistant') return { events: [], effects: [] };
  const why = [because('H11', { triggers: inside.triggers })];
  return conclude(situation, { move: 'back', because: why, drafts: [notice('returned')], effects: [] });
}
