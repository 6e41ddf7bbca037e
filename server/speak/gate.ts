// E6: the last look before anything is said. Whoever composed it (template, LLM, a shadow's draft), a reply that
// breaks a rule does not go out.
import type { Conversation } from '../../shared/conversation.ts';
import type { EventBody } from '../../shared/events.ts';

export interface Refusal {
  rule: 'E6' | 'C3' | 'H7';
  text: string;
}

/** What is wrong with these events; empty when they may go out. `owes`: an acknowledgement is due (E1, E2). */
export function gate(events: EventBody[], conversation: Conversation, owes: boolean): Refusal[] {
  const refusals: Refusal[] = [];
  const spoken = events.filter(
    (event) => event.type === 'question' || (event.type === 'message' && event.from === 'assistant'),
  );
  const first = spoken[0];
  if (owes && first && !(first.type === 'message' && first.acknowledges)) {
    refusals.push({ rule: 'E6', text: 'an acknowledgement is due and the reply does not begin with one' });
  }
  if (openAfter(events, conversation) > 1) {
    refusals.push({ rule: 'C3', text: 'two questions would be open at once' });
  }
  if (conversation.view.status === 'claimed' && spoken.length > 0) {
    refusals.push({ rule: 'H7', text: 'the assistant would speak after a claim' });
  }
  return refusals;
}

/** How many questions would be open once these events are in the log. */
function openAfter(events: EventBody[], conversation: Conversation): number {
  const open = new Set(conversation.view.open === undefined ? [] : [conversation.view.open]);
  for (const event of events) {
    if (event.type === 'question') open.add(event.id);
    if (event.type === 'answered' || event.type === 'lapsed') open.delete(event.question);
  }
  return open.size;
}
