// Events as one reader gets them: only what they may see, each with the seq of the one before it that they may
// see, so that a reader notices what is missing.
import type { Event, SentEvent } from '../../shared/events.ts';
import { forCustomer } from '../../shared/for-customer.ts';
import type { Store } from '../store/store.ts';

export type Reader = 'customer' | 'agent';

/** The event as the reader sees it, or undefined when they do not. */
function seenBy(reader: Reader, event: Event): Event | undefined {
  return reader === 'customer' ? forCustomer(event) : event;
}

/** `before`: seq of the last event ahead of these that the reader may see, 0 if none. */
export function sentEvents(events: Event[], reader: Reader, before: number): SentEvent[] {
  let prev = before;
  const sent: SentEvent[] = [];
  for (const event of events) {
    const seen = seenBy(reader, event);
    if (!seen) continue;
    sent.push({ ...seen, prev });
    prev = seen.seq;
  }
  return sent;
}

/** How far back the first look goes for the event that the first one joins on to; each further look doubles it. */
const lookBack = 32;

/**
 * What the reader may see after `after` (any seq, also of an event that they cannot see). The caller has checked
 * that the conversation is the reader's to see.
 */
export async function readSentEvents(
  store: Pick<Store, 'read'>,
  conversation: string,
  reader: Reader,
  after: number,
): Promise<SentEvent[]> {
  for (let back = lookBack; ; back *= 2) {
    const from = Math.max(0, after - back);
    const events = await store.read(conversation, from);
    const before = events.findLast((event) => event.seq <= after && seenBy(reader, event) !== undefined);
    if (before === undefined && from > 0) continue;
    return sentEvents(
      events.filter((event) => event.seq > after),
      reader,
      before?.seq ?? 0,
    );
  }
}
