// Arbitrary logs: any events that the schema allows, in any order, after the one that opens.
import fc from 'fast-check';
import { eventBodySchema } from '../../shared/event-schema.ts';
import type { Event, EventBody } from '../../shared/events.ts';
import { arbitraryOf } from './arbitrary-of-schema.ts';

export const arbitraryBody = arbitraryOf(eventBodySchema) as fc.Arbitrary<EventBody>;

const opened: EventBody = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' };

export function arbitraryBodies(maxLength = 40): fc.Arbitrary<EventBody[]> {
  return fc.array(arbitraryBody, { maxLength }).map((bodies) => [opened, ...bodies]);
}

export function arbitraryLog(maxLength = 40): fc.Arbitrary<Event[]> {
  return arbitraryBodies(maxLength).map((bodies) =>
    bodies.map((body, index) => ({ ...body, seq: index + 1, at: 1_700_000_000_000 + index * 1000 })),
  );
}
