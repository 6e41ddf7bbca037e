// An attached file: the assistant cannot look into it and says so. It is kept for a person, who can.
import { startClock } from './agent-clock.ts';
import type { Decision } from './decision.ts';
import { conclude, notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

export function onFile(situation: Situation, seq: number): Decision {
  return conclude(situation, replyTo(situation), seq);
}

function replyTo(situation: Situation): Reply {
  const { status } = situation.conversation.view;
  if (status === 'claimed') {
    const why = [because('H7', { status })];
    return { move: 'stay-silent', because: why, drafts: [], effects: [startClock(situation)] };
  }
  const name = status === 'waiting' || status === 'left' ? 'file-for-person' : 'file-kept';
  return { move: 'file', because: [because('N1', { file: true })], drafts: [notice(name)], effects: [] };
}
