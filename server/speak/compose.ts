// A decision's drafts into words, through the gate: what it refuses does not go out. A missing acknowledgement
// is mended at once with the plain safe one (E6), so that nobody waits for the gate; anything else is a fault.
import type { EventBody } from '../../shared/events.ts';
import type { Decision, MessageDraft } from '../decide/decision.ts';
import { gate } from './gate.ts';
import { type SpeakContext, speak } from './speak.ts';

const plainAcknowledgement: MessageDraft = {
  draft: 'message',
  from: 'assistant',
  say: { say: 'acknowledge' },
  acknowledges: {},
};

/** The events to append; `owes`: an acknowledgement is due. Throws when the gate refuses what it cannot mend. */
export function compose(decision: Decision, context: SpeakContext, owes: boolean): EventBody[] {
  const events = speak(decision.events, context);
  const refusals = gate(events, context.conversation, owes);
  if (refusals.length === 0) return events;
  const mended = [...speak([plainAcknowledgement], context), ...events];
  const left = gate(mended, context.conversation, owes);
  if (left.length > 0)
    throw new Error(`the gate refused: ${left.map(({ rule, text }) => `${rule} ${text}`).join('; ')}`);
  return mended;
}
