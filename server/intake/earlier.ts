// The conversations that a returning customer had: their own alone (P3), as lines of a list, a page at a time.
import type { Ack } from '../../shared/errors.ts';
import type { Event, EventOf } from '../../shared/events.ts';
import type { ConversationLine } from '../../shared/protocol.ts';
import type { ConversationRow, Store } from '../store/store.ts';
import type { Session } from './customer-handshake.ts';

/** Conversations on a page. */
const pageSize = 10;
/** How many events at the beginning and at the end of a conversation are looked at for its line. */
const lookAt = 32;
/** Characters of what was said that a line shows at most. */
const mostText = 100;

export interface Earlier {
  page(
    who: Pick<Session, 'site' | 'visitor' | 'identity'>,
    before?: { at: number; id: string },
  ): Promise<Ack<{ conversations: ConversationLine[]; more: boolean }>>;
}

export function createEarlier(
  store: Pick<Store, 'historyOf' | 'read'>,
  seenOf: (conversation: string) => Promise<{ customer?: { seq: number } }>,
): Earlier {
  const lineOf = async ({ id, status, createdAt, seq }: ConversationRow): Promise<ConversationLine> => {
    const [seen, first, last] = await Promise.all([
      seenOf(id),
      store.read(id, 0, lookAt),
      store.read(id, Math.max(0, seq - lookAt), lookAt),
    ]);
    const said = first.find((event) => isMessage(event) && event.from === 'customer');
    const agent = last.findLast((event) => isMessage(event) && event.from === 'agent');
    const text = isMessage(said) ? shortened(said.text) : '';
    return {
      conversation: id,
      status,
      at: createdAt,
      ...(agent && agent.seq > (seen.customer?.seq ?? 0) ? { unread: true } : {}),
      ...(text ? { text } : {}),
      ...(isMessage(agent) && agent.name ? { agent: agent.name } : {}),
    };
  };

  return {
    async page({ site, visitor, identity }, before) {
      const who = identity ? { customer: identity.customer } : { visitor };
      // One more than is shown tells whether there are further ones.
      const rows = await store.historyOf(site.id, who, {
        limit: pageSize + 1,
        ...(before ? { before } : {}),
      });
      const conversations = await Promise.all(rows.slice(0, pageSize).map(lineOf));
      return { ok: true, conversations, more: rows.length > pageSize };
    },
  };
}

function isMessage(event: Event | undefined): event is EventOf<'message'> {
  return event?.type === 'message';
}

/** On one line, and never cut within a letter. */
function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length > mostText
    ? `${letters
        .slice(0, mostText - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
}
