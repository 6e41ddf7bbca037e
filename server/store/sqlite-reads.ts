// What is read of conversations: their events, their rows in the orders that pages need, and their chains.
import type { ConversationStatus } from '../../shared/conversation.ts';
import type { Event } from '../../shared/events.ts';
import { byPlace, byTime } from './row-order.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { ChainLink, ConversationRow, HistoryPage, Who } from './store.ts';
import { conversationRows } from './stored-conversation.ts';
import { storedEvent } from './stored-event.ts';

export function readEvents(
  file: SqliteFile,
  conversation: string,
  after = 0,
  limit = Number.MAX_SAFE_INTEGER,
): Event[] {
  const rows = file
    .statement(
      `SELECT seq, at, content FROM events WHERE conversation = ? AND seq > ? AND content IS NOT NULL
       ORDER BY seq LIMIT ?`,
    )
    .all(conversation, after, limit) as { seq: number; at: number; content: string }[];
  return rows.map((row) => storedEvent(row.content, row.seq, row.at));
}

export function conversationsOf(file: SqliteFile, site: string, who: Who): ConversationRow[] {
  const [column, value] = 'customer' in who ? ['customer', who.customer] : ['visitor', who.visitor];
  return conversationRows(file, `site = ? AND ${column} = ? ORDER BY created_at DESC, id DESC`, site, value);
}

/** By the same index; where the times are equal, which is rare, what is left is sorted. */
export function historyOf(
  file: SqliteFile,
  site: string,
  who: Who,
  { limit, before }: HistoryPage,
): ConversationRow[] {
  const [column, value] =
    'customer' in who ? ['customer = ?', who.customer] : ['customer IS NULL AND visitor = ?', who.visitor];
  const { at, id } = before ?? { at: Number.MAX_SAFE_INTEGER, id: '' };
  return conversationRows(
    file,
    `site = ? AND ${column} AND (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT ?`,
    site,
    value,
    at,
    id,
    limit,
  );
}

const queued: ConversationStatus[] = ['waiting', 'left'];

/** One query for each site and status, so that each walks its index and stops at the limit; merged after. */
export function listConversations(
  file: SqliteFile,
  sites: string[],
  statuses: ConversationStatus[],
  limit: number,
): ConversationRow[] {
  const of = (status: ConversationStatus, order: string) =>
    [...new Set(sites)].flatMap((site) =>
      conversationRows(file, `site = ? AND status = ? ORDER BY ${order} LIMIT ?`, site, status, limit),
    );
  const wanted = [...new Set(statuses)];
  const line = wanted.filter((s) => queued.includes(s)).flatMap((s) => of(s, 'priority, queued_at, id'));
  const others = wanted.filter((s) => !queued.includes(s)).flatMap((s) => of(s, 'updated_at DESC, id'));
  return [...line.sort(byPlace), ...others.sort(byTime)].slice(0, limit);
}

export function lastSeqs(file: SqliteFile, conversations: string[]): Record<string, number> {
  const rows = file
    .statement('SELECT id, seq FROM conversations WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(conversations)) as { id: string; seq: number }[];
  return Object.fromEntries(rows.map(({ id, seq }) => [id, seq]));
}

export function readChain(file: SqliteFile, conversation: string): ChainLink[] {
  const rows = file
    .statement(
      'SELECT seq, at, type, digest, hash, salt, content FROM events WHERE conversation = ? ORDER BY seq',
    )
    .all(conversation) as {
    seq: number;
    at: number;
    type: string;
    digest: Uint8Array;
    hash: Uint8Array;
    salt: Uint8Array | null;
    content: string | null;
  }[];
  return rows.map(({ seq, at, type, digest, hash, salt, content }) => ({
    seq,
    at,
    type,
    digest: hex(digest),
    hash: hex(hash),
    salt: salt && hex(salt),
    content,
  }));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function conversationIds(
  file: SqliteFile,
  options: { after?: string; limit: number; site?: string; before?: number },
): string[] {
  const { after = '', limit, site, before } = options;
  const rows = file
    .statement(
      `SELECT id FROM conversations WHERE id > ?1 AND (?2 IS NULL OR site = ?2) AND (?3 IS NULL OR updated_at < ?3)
       ORDER BY id LIMIT ?4`,
    )
    .all(after, site ?? null, before ?? null, limit) as { id: string }[];
  return rows.map((row) => row.id);
}
