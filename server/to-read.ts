// A customer's stored message → what is to be read: its text, in the light of the conversation and of the customer's
// own records.
import type { Conversation, Entry } from '../shared/conversation.ts';
import type { Event } from '../shared/events.ts';
import type { Known } from './decide/situation.ts';
import type { Site } from './site/site.ts';
import type { ToRead } from './understand/read-message.ts';
import type { ReadingContext } from './understand/reading-context.ts';

/** All that a burst can hold, but for its last (`understand/join-burst.ts`). */
const recentMessages = 10;

/** Undefined for what has no words of the customer's. It is read as of when it was written, however late that is. */
export function toRead(
  event: Event,
  { inside, view }: Conversation,
  site: Pick<Site, 'hours'>,
  facts: Record<string, Known>,
): ToRead | undefined {
  if (event.type !== 'message' || event.from !== 'customer' || event.file) return undefined;
  const { question } = inside;
  return {
    text: event.text,
    context: {
      recent: view.entries
        .filter((entry) => entry.seq < event.seq && !('file' in entry))
        .slice(-recentMessages)
        .map(heard),
      lastIntents: inside.intents,
      records: Object.values(facts).flatMap((known) => (known.ok ? known.records : [])),
      locale: inside.language ?? view.locale,
      now: event.at,
      timeZone: site.hours.timeZone,
      ...(question ? { question: { kind: question.kind, choices: question.choices } } : {}),
    },
  };
}

/** A question and a line between the bubbles are answers too: what was written before them stands by itself. */
function heard(entry: Entry): ReadingContext['recent'][number] {
  const { at } = entry;
  switch (entry.kind) {
    case 'message':
      return { from: entry.from, text: entry.text, at };
    case 'question':
      return { from: 'assistant', text: entry.question.text, at };
    case 'line':
      return { from: 'system', text: entry.text, at };
  }
}
