// The types of the log's events, inferred from event-schema.ts (types only: nothing of zod reaches a browser).
import type { z } from 'zod';
import type { eventBodySchema, waitSchema } from './event-schema.ts';

/** What happened, without its place in the log. */
export type EventBody = z.infer<typeof eventBodySchema>;

/** An event in its place: `seq` counts from 1 without gaps in each conversation, `at` is epoch ms. */
export type Event = EventBody & { seq: number; at: number };

/** As sent to a reader: `prev` is the seq of the event before it that this reader may see (0 if none). */
export type SentEvent = Event & { prev: number };

export type EventType = EventBody['type'];
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;
export type BodyOf<T extends EventType> = Extract<EventBody, { type: T }>;

/** An honest upper bound of a wait (H2); `within` in seconds, null when there is too little to go by (H5). */
export type Wait = z.infer<typeof waitSchema>;

export type Receipt = NonNullable<BodyOf<'message'>['receipt']>;
export type Because = BodyOf<'decided'>['because'][number];
export type BriefLine = BodyOf<'brief'>['lines'][number];
export type Outcome = BodyOf<'ran'>['outcome'];
