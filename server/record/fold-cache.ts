// Conversations as last folded, so that a turn reads only what is new in its log. The least recently used go first,
// when there are too many or when together they hold too much.
import { emptyConversation, foldEvents } from '../../shared/apply-event.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { Event } from '../../shared/events.ts';
import type { ConversationRow, Store } from '../store/store.ts';

export interface Loaded {
  row: ConversationRow;
  conversation: Conversation;
  /** The last event of its log, where that is in hand. */
  last?: Event | undefined;
}

interface Folded {
  seq: number;
  conversation: Conversation;
  /** About the bytes that it holds. */
  size: number;
  /** As it was stored with the last of these events. */
  row?: ConversationRow | undefined;
  last?: Event | undefined;
}

export interface FoldCache {
  /** The conversation up to its row's seq. Undefined when there is none. */
  load(id: string): Promise<Loaded | undefined>;
  /**
   * As it was last seen or written here, without a look at the store: a write that rests on it has to say so
   * (`expect`), since somebody else may have written meanwhile.
   */
  lately(id: string): Loaded | undefined;
  /** Takes what was just stored: events, if they follow on, and the row; answers what it has become. */
  advance(row: ConversationRow, events: Event[]): Conversation | undefined;
}

/** At most so many conversations, of at most so many bytes together (about). */
export interface Capacity {
  conversations: number;
  bytes: number;
}

const nothing = { seq: 0, conversation: emptyConversation, size: 0 };

export function createFoldCache(store: Pick<Store, 'conversation' | 'read'>, capacity: Capacity): FoldCache {
  const cache = new Map<string, Folded>();
  let held = 0;

  function drop(id: string): void {
    held -= cache.get(id)?.size ?? 0;
    cache.delete(id);
  }

  function keep(id: string, folded: Folded): void {
    drop(id);
    cache.set(id, folded);
    held += folded.size;
    // The one in hand stays, however long it is.
    while (cache.size > capacity.conversations || (held > capacity.bytes && cache.size > 1))
      drop(cache.keys().next().value!);
  }

  async function fold(row: ConversationRow): Promise<Pick<Folded, 'conversation' | 'size'>> {
    const known = cache.get(row.id);
    // A row that was read before the cache moved on is older than it: fold anew, leave the cache.
    let from = known && known.seq <= row.seq ? known : nothing;
    if (from.seq === row.seq) return from;
    let events = await upTo(row, from.seq);
    // What was folded before an erasure must be forgotten with it.
    if (from.seq > 0 && events.some((event) => event.type === 'erased')) {
      from = nothing;
      events = await upTo(row, 0);
    }
    return { conversation: foldEvents(events, from.conversation), size: from.size + sizeOf(events) };
  }

  /** Not beyond the row, so that row and fold are of the same moment. */
  async function upTo(row: ConversationRow, after: number): Promise<Event[]> {
    const events = await store.read(row.id, after);
    return events.filter((event) => event.seq <= row.seq);
  }

  return {
    async load(id) {
      const row = await store.conversation(id);
      if (!row) return undefined;
      const { conversation, size } = await fold(row);
      const known = cache.get(id);
      if (known === undefined || known.seq < row.seq) keep(id, { seq: row.seq, conversation, size, row });
      else if (known.seq === row.seq) keep(id, { ...known, conversation, row });
      return { row, conversation };
    },
    lately(id) {
      const known = cache.get(id);
      if (known?.row === undefined) return undefined;
      return { row: known.row, conversation: known.conversation, last: known.last };
    },
    advance(row, events) {
      const known = cache.get(row.id);
      if (known === undefined) return undefined;
      const last = events.at(-1);
      if (last === undefined) {
        if (known.seq === row.seq) keep(row.id, { ...known, row });
        return undefined;
      }
      if (events[0]!.seq !== known.seq + 1) return undefined;
      const conversation = foldEvents(events, known.conversation);
      keep(row.id, { seq: last.seq, conversation, size: known.size + sizeOf(events), row, last });
      return conversation;
    },
  };
}

/** What an event leaves in the fold beside its text, bytes: measured on conversations of the demo. */
const perEvent = 500;

function sizeOf(events: Event[]): number {
  let size = 0;
  for (const event of events) size += perEvent + (event.type === 'message' ? event.text.length : 0);
  return size;
}
