// While a person is on the way, questions that only read are still answered and nothing is proposed (H1).

import { articleReply } from './article-reply.ts';
import { judge } from './candidates.ts';
import { stillWaiting } from './hand-off.ts';
import type { MessageInput } from './input.ts';
import { notice, type Reply } from './reply.ts';
import type { Situation } from './situation.ts';
import { takeUp } from './take-up.ts';

export function whileWaiting(situation: Situation, input: MessageInput): Reply {
  const { reading, passages } = input;
  const verdict = judge(situation, reading);
  if (verdict.kind === 'sure' && !verdict.candidate.intent.action && !verdict.candidate.intent.person) {
    const pending = { intent: verdict.candidate.id, certain: false, details: {} };
    return takeUp(
      situation,
      { pending, entities: reading.entities, passages, frustrated: false },
      verdict.because,
    );
  }
  return (
    articleReply(situation, reading, passages) ??
    stillWaiting(situation, verdict.because, [notice('noted-for-person')])
  );
}
