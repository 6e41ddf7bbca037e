// What agents said of the assistant's readings (H10), as labelled examples: the customer's message that was read,
// what it was taken for, and what it was. Pure, from one conversation's log.
import type { Event, EventOf } from '../../shared/events.ts';

export interface Correction {
  conversation: string;
  /** Epoch ms at which the agent said so. */
  at: number;
  /** The customer's message, as it is stored (masked). */
  text: string;
  /** BCP 47, of the message. */
  language: string;
  /** What the assistant took it for, and how sure it was (0..1); absent: it read nothing. */
  read?: { intent: string; confidence: number };
  correct: boolean;
  /** What it was; absent where the agent named none of the site's intents. */
  intent?: string;
  /** In the agent's own words. */
  comment?: string;
}

/** One for each verdict of an agent whose message is still there (not erased). */
export function correctionsOf(conversation: string, events: readonly Event[]): Correction[] {
  return events.flatMap((event) => {
    // What an agent did otherwise (A5) is no reading that was wrong.
    if (event.type !== 'corrected' || event.by !== 'agent' || event.proposal !== undefined) return [];
    const before = events.filter(({ seq }) => seq < event.seq);
    const reading = readingOf(before, event.read);
    const message = messageOf(before, reading);
    if (!message) return [];
    const confidence = reading?.intents.find(({ id }) => id === event.read)?.confidence ?? 0;
    return [
      {
        conversation,
        at: event.at,
        text: message.text,
        language: reading?.language ?? openedIn(events),
        ...(event.read ? { read: { intent: event.read, confidence } } : {}),
        correct: event.correct ?? false,
        ...(event.intent ? { intent: event.intent } : {}),
        ...(event.text ? { comment: event.text } : {}),
      },
    ];
  });
}

/** The reading that took a message for this intent most surely; of what was never read so, the first reading. */
function readingOf(before: readonly Event[], intent: string | undefined): EventOf<'understood'> | undefined {
  const readings = before.filter((event) => event.type === 'understood');
  const sure = (reading: EventOf<'understood'>) =>
    reading.intents.find(({ id }) => id === intent)?.confidence ?? 0;
  let best = readings[0];
  for (const reading of readings) if (best && sure(reading) > sure(best)) best = reading;
  return best;
}

function messageOf(
  before: readonly Event[],
  reading: EventOf<'understood'> | undefined,
): EventOf<'message'> | undefined {
  const said = before.filter((event) => event.type === 'message' && event.from === 'customer');
  return (reading ? said.find(({ seq }) => seq === reading.message) : said[0]) as
    | EventOf<'message'>
    | undefined;
}

function openedIn(events: readonly Event[]): string {
  return events.find((event) => event.type === 'opened')?.locale ?? 'en';
}
