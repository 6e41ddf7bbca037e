// D6: a run whose outcome never came (the process died in between) is unknown, and said to be.
import type { Conversation } from '../shared/conversation.ts';
import type { Input } from './decide/input.ts';

/** What the timer behind the call, `proposal` or `proposal:undo`, comes to; undefined when the outcome is known. */
export function lostOutcome(ref: string, { inside }: Conversation): Input | undefined {
  const [id = '', of = 'run'] = ref.split(':');
  const proposal = inside.proposals[id];
  const missing = of === 'undo' ? proposal?.undone === undefined : proposal?.status === 'confirmed';
  if (!proposal || !missing) return undefined;
  return {
    kind: 'outcome',
    of: of === 'undo' ? 'undo' : 'run',
    proposal: id,
    outcome: 'unknown',
    ms: 0,
    why: 'interrupted',
  };
}
