// An exported log back into conversations: NDJSON as `exportLines` writes it, a line for each event.
import { z } from 'zod';
import { eventSchema } from '../../shared/event-schema.ts';
import type { Event } from '../../shared/events.ts';

export interface LoggedConversation {
  id: string;
  site: string;
  /** In the order of their seq. */
  events: Event[];
}

const whoseSchema = z.looseObject({ conversation: z.string(), site: z.string() });

/** In the order of their first lines. Throws an Error that names the line which is none of a log. */
export function readLog(text: string): LoggedConversation[] {
  const found = new Map<string, LoggedConversation>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const json = parsed(line);
    const whose = whoseSchema.safeParse(json);
    const event = eventSchema.safeParse(json);
    if (!whose.success || !event.success)
      throw new Error(`line ${index + 1} is no event of a log that handrail export has written`);
    const { conversation: id, site } = whose.data;
    const known = found.get(id) ?? { id, site, events: [] };
    known.events.push(event.data);
    found.set(id, known);
  }
  for (const { events } of found.values()) events.sort((a, b) => a.seq - b.seq);
  return [...found.values()];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON: refused with its number as what is no event.
    return undefined;
  }
}
