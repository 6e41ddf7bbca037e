// While a person is on the way, questions that only read are still answered and nothing is proposed (H1).

import { articleReply } from './article-reply.ts';
import { judge } from './candidates.ts';
import { stillWaiting } from './hand-off.ts';
import type { MessageInput } from './input.ts';
import { notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';
import { takeUp } from './take-up.ts';

/** Put down for the person; the wait is stated with it unless it stands just above. */
function noted(situation: Situation, why: Reply['because']): Reply {
  const said = situation.conversation.view.entries.findLast(
    (entry) => entry.kind === 'message' && entry.from !== 'customer',
  );
  const stands = said?.kind === 'message' && waits.has(said.notice ?? '');
  if (!stands) return stillWaiting(situation, why, [notice('noted-for-person')]);
  const { wait } = situation.desk;
  return {
    move: 'noted',
    because: [...why, because('N1', { ...wait })],
    drafts: [notice('noted-for-person')],
    effects: [],
  };
}

const waits = new Set(['waiting', 'waiting-no-estimate', 'nobody-on-duty', 'noted-for-person']);

export function whileWaiting(situation: Situation, input: MessageInput): Reply {
  const { reading, passages } = input;
  const verdict = judge(situation, reading);
  if (verdict.kind === 'sure' && !verdict.candidate.intent.action && !verdict.candidate.intent.person) {
    const pending = { intent: verdict.candidate.id, details: {} };
    return takeUp(situation, { pending, entities: reading.entities, passages }, verdict.because);
  }
  return articleReply(situation, reading, passages) ?? noted(situation, verdict.because);
}
