// What of an event the customer may see: the types of the contract marked c, without mood, VIP, scores and
// reasons. Everything that leaves the /customer namespace has passed here.
import type { Event } from './events.ts';

/** The event as the customer sees it, or undefined when it stays inside. */
export function forCustomer(event: Event): Event | undefined {
  switch (event.type) {
    case 'opened':
    case 'answered':
    case 'lapsed':
    case 'brief':
    case 'claimed':
    case 'transferred':
    case 'returned':
    case 'requeued':
    case 'waited':
    case 'language':
    case 'resolved':
      return event;
    case 'identified': {
      const { vip: _, ...seen } = event;
      return seen;
    }
    case 'message': {
      const { phrase: _, ...seen } = event;
      return seen;
    }
    case 'question': {
      const { means: _, pending: __, ...seen } = event;
      return seen;
    }
    case 'handoff':
      return { ...event, triggers: [], priority: 0 };
    default:
      return undefined;
  }
}
