// Due times: a confirmation that ran out (D3), a message that was about to go unanswered (N1), an agent who has
// not answered.

import { agentClock } from './agent-clock.ts';
import { onApproval } from './approval.ts';
import type { Decision } from './decision.ts';
import { handOff } from './hand-off.ts';
import type { Input } from './input.ts';
import { onRelease } from './release-hold.ts';
import { conclude, systemNotice } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

const nothing: Decision = { events: [], effects: [] };

export function onTimer(situation: Situation, input: Extract<Input, { kind: 'timer' }>): Decision {
  switch (input.name) {
    case 'expiry':
      return expiry(situation, input.ref);
    case 'watchdog':
      return watchdog(situation);
    case 'agent-clock':
      return agentClock(situation, input.ref);
    case 'approval':
      return onApproval(situation, input.ref);
    case 'release':
      return onRelease(situation, input.ref);
    case 'promise':
      return nothing;
  }
}

function expiry(situation: Situation, question: string): Decision {
  const open = situation.conversation.inside.question;
  if (open?.id !== question || situation.now < (open.expiresAt ?? 0)) return nothing;
  return conclude(situation, {
    move: 'expire',
    because: [because('D3', { question, expiresAt: open.expiresAt })],
    drafts: [{ type: 'lapsed', question, why: 'expired' }, systemNotice('expired')],
    effects: [],
  });
}

/** N1: a message that no decision has covered in time goes to a person, and is counted. */
function watchdog(situation: Situation): Decision {
  const { inside, view } = situation.conversation;
  const message = inside.lastMessage;
  const silent = inside.pending.some((one) => one.message);
  if (!message || !silent || view.status === 'claimed' || view.status === 'resolved') return nothing;
  const evidence = { message: message.seq, pending: inside.pending.length };
  const reply = handOff(
    situation,
    [{ trigger: 'watchdog', evidence }],
    [because('N1', evidence)],
    [systemNotice('one-moment')],
  );
  return conclude(situation, { ...reply, notes: { ...reply.notes, saved: true } }, message.seq);
}
