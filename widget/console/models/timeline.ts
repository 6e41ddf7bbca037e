// The middle column as a list: what the customer sees, with the inside lines, notes and unsent replies in their
// places. Pure, from the fold and the log.
import type { Conversation, LineEntry, MessageEntry, QuestionEntry } from '../../../shared/conversation.ts';
import type { Event, EventOf } from '../../../shared/events.ts';
import type { Unsent } from './unsent.ts';

/** A step of an action as it stands in the log. */
export type ActionEvent = EventOf<'proposed' | 'confirmed' | 'approved' | 'voided' | 'ran' | 'undone'>;
export type QuietEvent = EventOf<
  'identified' | 'corrected' | 'rated' | 'erased' | 'asked' | 'assigned' | 'nudged' | 'mailed'
>;

export type TimelineItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'message'; key: string; at: number; entry: MessageEntry; explained: boolean; grouped: boolean }
  | { kind: 'question'; key: string; at: number; entry: QuestionEntry }
  | { kind: 'line'; key: string; at: number; entry: LineEntry }
  | { kind: 'note'; key: string; at: number; note: EventOf<'noted'> }
  /** What the customer left instead of waiting on. */
  | { kind: 'left'; key: string; at: number; left: EventOf<'waited'> }
  | { kind: 'action'; key: string; at: number; event: ActionEvent }
  | { kind: 'quiet'; key: string; at: number; event: QuietEvent }
  | { kind: 'unsent'; key: string; at: number; item: Unsent };

/** Messages of one author closer than this, ms, stand together. */
const together = 3 * 60_000;

/** `dayOf`: a text that differs from day to day in the agent's time zone. */
export function timeline(
  conversation: Conversation,
  events: readonly Event[],
  unsent: readonly Unsent[],
  dayOf: (at: number) => string,
): TimelineItem[] {
  const entries = new Map(conversation.view.entries.map((entry) => [entry.seq, entry]));
  const items: TimelineItem[] = [];
  let decided = false;
  for (const event of events) {
    if (event.type === 'decided') decided = true;
    const entry = entries.get(event.seq);
    const item = leftSomething(event) ?? (entry ? visible(entry, decided, items.at(-1)) : inside(event));
    if (item) add(items, item, dayOf);
  }
  for (const item of unsent)
    add(items, { kind: 'unsent', key: `unsent.${item.id}`, at: item.at, item }, dayOf);
  return items;
}

function add(items: TimelineItem[], item: TimelineItem, dayOf: (at: number) => string): void {
  const last = items.at(-1);
  if (!last || dayOf(last.at) !== dayOf(item.at)) {
    items.push({ kind: 'day', key: `day.${item.key}`, at: item.at });
    if (item.kind === 'message') item.grouped = false;
  }
  items.push(item);
}

function visible(
  entry: MessageEntry | QuestionEntry | LineEntry,
  decided: boolean,
  last: TimelineItem | undefined,
): TimelineItem {
  const key = String(entry.seq);
  if (entry.kind === 'question') return { kind: 'question', key, at: entry.at, entry };
  if (entry.kind === 'line') return { kind: 'line', key, at: entry.at, entry };
  const grouped =
    last?.kind === 'message' &&
    last.entry.from === entry.from &&
    last.entry.name === entry.name &&
    entry.at - last.at < together;
  return {
    kind: 'message',
    key,
    at: entry.at,
    entry,
    explained: decided && entry.from === 'assistant',
    grouped,
  };
}

function leftSomething(event: Event): TimelineItem | undefined {
  if (event.type !== 'waited' || !(event.text || event.contact)) return undefined;
  return { kind: 'left', key: String(event.seq), at: event.at, left: event };
}

function inside(event: Event): TimelineItem | undefined {
  const place = { key: String(event.seq), at: event.at };
  switch (event.type) {
    case 'noted':
      return { kind: 'note', ...place, note: event };
    case 'proposed':
    case 'confirmed':
    case 'approved':
    case 'voided':
    case 'ran':
    case 'undone':
      return { kind: 'action', ...place, event };
    case 'identified':
    case 'corrected':
    case 'rated':
    case 'erased':
    case 'asked':
    case 'assigned':
    case 'nudged':
    case 'mailed':
      return { kind: 'quiet', ...place, event };
    default:
      return undefined;
  }
}
