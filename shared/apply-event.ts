// The only definition of what an event does: server and console fold the whole log with it, the widget folds
// its part with apply-visible.ts. Hence fold(customer's events) = customerView(fold(all events)).
import { applyInside, emptyInside } from './apply-inside.ts';
import { applyVisible, emptyView } from './apply-visible.ts';
import type { Conversation, CustomerView } from './conversation.ts';
import type { Event } from './events.ts';
import { forCustomer } from './for-customer.ts';

export const emptyConversation: Conversation = { view: emptyView, inside: emptyInside };

/** The conversation after one more event. Never changes its argument. */
export function applyEvent(conversation: Conversation, event: Event): Conversation {
  const seen = forCustomer(event);
  return {
    view: seen ? applyVisible(conversation.view, seen) : conversation.view,
    inside: applyInside(conversation.inside, event),
  };
}

/** The fold of a log, from the beginning or from a conversation already folded. */
export function foldEvents(events: Iterable<Event>, from: Conversation = emptyConversation): Conversation {
  let conversation = from;
  for (const event of events) conversation = applyEvent(conversation, event);
  return conversation;
}

/** What the customer may see of it. */
export function customerView(conversation: Conversation): CustomerView {
  return conversation.view;
}
