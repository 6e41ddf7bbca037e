// Conversations as last folded, so that a turn reads only what is new in its log. The least recently used go first.
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

export function createFoldCache(store: Pick<Store, 'conversation' | 'read'>, capacity: number): FoldCache {
  const cache = new Map<string, Folded>();

  function keep(id: string, folded: Folded): void {
    cache.delete(id);
    cache.set(id, folded);
    if (cache.size > capacity) cache.delete(cache.keys().next().value!);
  }

  async function fold(row: ConversationRow): Promise<Conversation> {
    const known = cache.get(row.id);
    // A row that was read before the cache moved on is older than it: fold anew, leave the cache.
    const from = known && known.seq <= row.seq ? known : { seq: 0, conversation: emptyConversation };
    if (from.seq === row.seq) return from.conversation;
    let events = await upTo(row, from.seq);
    // What was folded before an erasure must be forgotten with it.
    const erased = from.seq > 0 && events.some((event) => event.type === 'erased');
    if (erased) events = await upTo(row, 0);
    return foldEvents(events, erased ? emptyConversation : from.conversation);
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
      const conversation = await fold(row);
      const known = cache.get(id);
      if (known === undefined || known.seq < row.seq) keep(id, { seq: row.seq, conversation, row });
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
      keep(row.id, { seq: last.seq, conversation, row, last });
      return conversation;
    },
  };
}
