// Due times: a confirmation that ran out (D3), a message or a press that was about to go unanswered (N1), an agent who
// has not answered.

import { agentClock } from './agent-clock.ts';
import { onApproval } from './approval.ts';
import { voidedBy } from './awaiting.ts';
import type { Decision, Draft } from './decision.ts';
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
      return watchdog(situation, input.ref);
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

/** N1: a message or a press that no decision has covered in time goes to a person, and is counted. */
function watchdog(situation: Situation, ref: string): Decision {
  const { inside, view } = situation.conversation;
  if (view.status === 'claimed' || view.status === 'resolved') return nothing;
  const inLine = view.status === 'waiting' || view.status === 'left';
  // Who waits has a person coming already: what they pressed is left to its turn, which is tried again.
  const pressed = inLine ? undefined : inside.pending.find((one) => !one.message && one.seq === Number(ref));
  const owed = pressed ?? inside.pending.findLast((one) => one.message);
  if (!owed) return nothing;
  const evidence = { [pressed ? 'pressed' : 'message']: owed.seq, pending: inside.pending.length };
  const reply = handOff(
    situation,
    [{ trigger: 'watchdog', evidence }],
    [because('N1', evidence)],
    [...(pressed?.question ? voidPressed(situation, pressed.question) : []), systemNotice('one-moment')],
  );
  return conclude(situation, { ...reply, notes: { ...reply.notes, saved: true } }, owed.seq);
}

/** D3: the card whose button this press was, and that nothing was decided on, is never run behind the handoff. */
function voidPressed({ conversation }: Situation, question: string): Draft[] {
  const pressed = Object.values(conversation.inside.proposals).find(
    (proposal) => proposal.status === 'open' && proposal.question === question,
  );
  return pressed ? [voidedBy(pressed, 'handoff'), systemNotice('lapsed')] : [];
}
