// A message of the customer: people first, then what is open, then what is owed, then what was asked.

import { owedAcknowledgement } from './acknowledge.ts';
import { startClock } from './agent-clock.ts';
import { answerOpen } from './answer-open.ts';
import { awaitingOf } from './awaiting.ts';
import { bringPerson } from './bring-person.ts';
import type { Decision, Draft } from './decision.ts';
import { handOff } from './hand-off.ts';
import type { MessageInput } from './input.ts';
import { newRequest } from './new-request.ts';
import { conclude, notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';
import { fired, isFrustrated } from './triggers.ts';
import { whileChecking } from './while-checking.ts';
import { whileWaiting } from './while-waiting.ts';

export function onMessage(situation: Situation, input: MessageInput): Decision {
  const { status } = situation.conversation.view;
  if (status === 'claimed') {
    const silent: Reply = {
      move: 'stay-silent',
      because: [because('H7', { status })],
      drafts: [],
      effects: [startClock(situation)],
    };
    return conclude(situation, silent, input.seq);
  }
  const reply = replyTo(situation, input);
  const owed = owedAcknowledgement(situation, input.reading);
  const frustrated = isFrustrated(situation, input.reading) ? { frustrated: true } : {};
  return conclude(
    situation,
    {
      ...reply,
      because: [...(owed?.because ?? []), ...reply.because],
      drafts: owed ? afterLapses(reply.drafts, owed.draft) : reply.drafts,
      notes: { ...reply.notes, ...frustrated },
    },
    input.seq,
  );
}

function replyTo(situation: Situation, input: MessageInput): Reply {
  const { reading } = input;
  const { status } = situation.conversation.view;
  if (reading.distress) {
    const trigger = { trigger: 'distress', evidence: { distress: true } };
    return handOff(situation, [trigger], [], [notice('distress')]);
  }
  if (reading.wantsPerson) return handOff(situation, [{ trigger: 'asked', evidence: { by: 'message' } }], []);
  if (status === 'waiting' || status === 'left') return whileWaiting(situation, input);

  const triggers = fired(situation, reading);
  if (triggers.length > 0) {
    const why = triggers.map(({ trigger, evidence }) => because('H11', { trigger, ...evidence }));
    return bringPerson(situation, triggers, why);
  }
  const awaiting = awaitingOf(situation.conversation);
  if (awaiting) return whileChecking(situation, input, awaiting);
  const open = situation.conversation.inside.question;
  const answered = open ? answerOpen(situation, input, open) : undefined;
  return answered ?? newRequest(situation, input);
}

/** What closes comes first, then what is owed, then the rest. */
function afterLapses(drafts: Draft[], owed: Draft): Draft[] {
  const count = drafts.findIndex(
    (draft) => !('type' in draft && (draft.type === 'lapsed' || draft.type === 'answered')),
  );
  const at = count < 0 ? drafts.length : count;
  return [...drafts.slice(0, at), owed, ...drafts.slice(at)];
}
