// Of two nodes that take the same turn, the store lets one write. The other asks here whether anything is left to do.
import type { Conversation } from '../shared/conversation.ts';
import type { Input } from './decide/input.ts';

/** What the input asks for has been done: its event is covered, its outcome is in the log, something has been said. */
export function isSettled(input: Input, { inside, view }: Conversation): boolean {
  if (input.kind === 'opened') return view.entries.length > 0;
  if (input.kind === 'outcome') {
    const proposal = inside.proposals[input.proposal];
    return (input.of === 'run' ? proposal?.status : proposal?.undone) === input.outcome;
  }
  return 'seq' in input && !inside.pending.some(({ seq }) => seq === input.seq);
}
