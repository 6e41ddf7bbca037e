// Beginnings and parts of logs for the console's stories.
import type { Event, EventBody } from '../../shared/events.ts';
import type { Mood } from '../../shared/understanding.ts';

/** A log whose events lie `step` seconds apart and end at `end` (epoch ms). */
export function log(end: number, bodies: EventBody[], step = 20): Event[] {
  return bodies.map(
    (body, at) => ({ ...body, seq: at + 1, at: end - (bodies.length - 1 - at) * step * 1000 }) as Event,
  );
}

export const calm: Mood = { frustration: 0.08, urgency: 0.2, confusion: 0.1 };
export const cross: Mood = { frustration: 0.84, urgency: 0.4, confusion: 0.2 };

export function opening(
  visitor: string,
  customer?: { id: string; name: string; email?: string; vip?: boolean },
): EventBody[] {
  const opened: EventBody = { type: 'opened', visitor, channel: 'web', locale: 'en', site: 'airline' };
  return [
    opened,
    ...(customer ? [{ type: 'identified' as const, customer: customer.id, ...rest(customer) }] : []),
    {
      type: 'message',
      from: 'assistant',
      name: 'Ana',
      text: 'Hello, I am Ana, the automated assistant of Meridian Air. What can I do for you?',
      notice: 'greeting',
    },
  ];
}

function rest({ id: _, ...others }: { id: string; name: string; email?: string; vip?: boolean }) {
  return others;
}

export function understood(
  message: number,
  intents: { id: string; confidence: number }[],
  mood: Mood,
  more: Partial<Extract<EventBody, { type: 'understood' }>> = {},
): EventBody {
  return {
    type: 'understood',
    message,
    intents,
    outOfScope: 0.04,
    mood,
    distress: false,
    entities: [],
    topics: [],
    language: 'en',
    wantsPerson: false,
    further: [],
    ...more,
  };
}

export const observed: EventBody = {
  type: 'observed',
  facts: {
    bookings: {
      ok: true,
      at: 0,
      records: [
        {
          fact: 'bookings',
          id: 'ME204',
          label: 'ME204, Vienna to Lisbon, 3 December',
          value: { id: 'ME204', from: 'VIE', to: 'LIS', date: '2026-12-03' },
        },
      ],
    },
    payments: { ok: false, why: 'timeout' },
  },
  ages: { bookings: 1200 },
  gates: { open: [], held: [], rollout: { 'remove-bag': 'autonomous' } },
  wait: null,
};
