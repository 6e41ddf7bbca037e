// E3: while frustration is high, a step that cannot be undone waits a turn or more. Information and a handoff
// never wait, and neither does what the customer pressed.
import type { Action } from '../site/site.ts';
import { notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

/** Whether the step has to wait in this turn, in which the customer is frustrated. */
export function mustWait(situation: Situation, action: Action): boolean {
  if (action.risk !== 'destructive' || action.undo) return false;
  const { frustrations, turns } = situation.conversation.inside;
  let first = turns;
  while (frustrations.includes(first - 1)) first -= 1;
  return turns - first < situation.site.empathy.bufferTurns;
}

/** Says that it can be done and that nothing was; the request is kept for the next turn. */
export function bufferReply(situation: Situation, intent: string): Reply {
  const evidence = { intent, bufferTurns: situation.site.empathy.bufferTurns };
  return {
    move: 'buffer',
    because: [because('E3', evidence)],
    drafts: [notice('buffer')],
    effects: [],
    notes: { later: [intent] },
  };
}
