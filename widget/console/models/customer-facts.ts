// The right column: who the customer is and what is known of them, from the log alone.
import type { Conversation, Proposal } from '../../../shared/conversation.ts';
import type { Event } from '../../../shared/events.ts';
import type { Mood } from '../../../shared/understanding.ts';
import { type KnownSource, readKnown } from './read-known.ts';

export interface CustomerFacts {
  name?: string;
  email?: string;
  /** Verified id; absent: anonymous. */
  id?: string;
  vip: boolean;
  channel: string;
  locale: string;
  began: number;
  moods: { seq: number; at: number; mood: Mood }[];
  /** Proposals in the order in which they were made. */
  actions: Proposal[];
  /** What the business last said, by fact source. */
  known: KnownSource[];
}

export function customerFacts({ view, inside }: Conversation, events: readonly Event[]): CustomerFacts {
  const at = new Map(events.map((event) => [event.seq, event.at]));
  const moods: CustomerFacts['moods'] = [];
  let email: string | undefined;
  let observed: Extract<Event, { type: 'observed' }> | undefined;
  for (const event of events) {
    if (event.type === 'understood')
      moods.push({ seq: event.message, at: at.get(event.message) ?? event.at, mood: event.mood });
    if (event.type === 'identified') email = event.email;
    if (event.type === 'observed' && Object.keys(event.facts).length > 0) observed = event;
  }
  return {
    ...(view.customer ? { id: view.customer.id } : {}),
    ...(view.customer?.name ? { name: view.customer.name } : {}),
    ...(email ? { email } : {}),
    vip: inside.vip,
    channel: view.channel,
    locale: view.locale,
    began: events[0]?.at ?? 0,
    moods,
    actions: Object.values(inside.proposals),
    known: observed ? readKnown(observed.facts, observed.ages) : [],
  };
}
