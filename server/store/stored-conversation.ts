// A conversation's row as SQLite has it, and as the rest of the house knows it.
import type { ConversationStatus } from '../../shared/conversation.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { ConversationRow } from './store.ts';

/** The row with the hash of its chain's last link, which stays inside the store. */
export interface StoredConversation extends ConversationRow {
  head: Uint8Array;
}

interface Columns {
  id: string;
  site: string;
  channel: string;
  visitor: string;
  customer: string | null;
  status: ConversationStatus;
  seq: number;
  fence: number;
  created_at: number;
  updated_at: number;
  queued_at: number | null;
  priority: number;
  claimed_at: number | null;
  agent_id: string | null;
  agent_name: string | null;
  head: Uint8Array;
}

export function storedConversation(file: SqliteFile, id: string): StoredConversation | undefined {
  const columns = file.statement('SELECT * FROM conversations WHERE id = ?').get(id) as Columns | undefined;
  return columns && { ...conversationRow(columns), head: columns.head };
}

/** All rows that `where` selects; `where` is of our own making, values go in as `values`. */
export function conversationRows(file: SqliteFile, where: string, ...values: unknown[]): ConversationRow[] {
  const rows = file.statement(`SELECT * FROM conversations WHERE ${where}`).all(...values) as Columns[];
  return rows.map(conversationRow);
}

/** The conversation that is not resolved, of this customer or else of this visitor. */
export function openConversation(
  file: SqliteFile,
  site: string,
  who: { visitor?: string; customer?: string | null },
): ConversationRow | undefined {
  const of = (column: 'customer' | 'visitor', value: string | null | undefined) =>
    value
      ? conversationRows(file, `site = ? AND ${column} = ? AND status <> 'resolved'`, site, value)[0]
      : undefined;
  return of('customer', who.customer) ?? of('visitor', who.visitor);
}

export function withoutHead(stored: StoredConversation): ConversationRow {
  const { head: _, ...row } = stored;
  return row;
}

export function insertConversation(file: SqliteFile, row: StoredConversation): void {
  file
    .statement(
      `INSERT INTO conversations (id, site, channel, visitor, customer, status, seq, fence, created_at, updated_at,
         queued_at, priority, claimed_at, agent_id, agent_name, head)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.id,
      row.site,
      row.channel,
      row.visitor,
      row.customer,
      row.status,
      row.seq,
      row.fence,
      row.createdAt,
      row.updatedAt,
      row.queuedAt,
      row.priority,
      row.claimedAt,
      row.agent?.id ?? null,
      row.agent?.name ?? null,
      row.head,
    );
}

/**
 * Writes what has changed of it. Most appends only add to the log: they leave alone the columns that the unique
 * indexes and the queue's are made of, which is half of the cost.
 */
export function updateConversation(
  file: SqliteFile,
  before: StoredConversation,
  row: StoredConversation,
): void {
  file
    .statement('UPDATE conversations SET seq = ?, head = ?, updated_at = ? WHERE id = ?')
    .run(row.seq, row.head, row.updatedAt, row.id);
  if (placeKeys.every((key) => before[key] === row[key])) return;
  file
    .statement(
      `UPDATE conversations SET visitor = ?, customer = ?, status = ?, fence = ?, queued_at = ?, priority = ?,
         claimed_at = ?, agent_id = ?, agent_name = ? WHERE id = ?`,
    )
    .run(
      row.visitor,
      row.customer,
      row.status,
      row.fence,
      row.queuedAt,
      row.priority,
      row.claimedAt,
      row.agent?.id ?? null,
      row.agent?.name ?? null,
      row.id,
    );
}

const placeKeys = [
  'visitor',
  'customer',
  'status',
  'fence',
  'queuedAt',
  'priority',
  'claimedAt',
  'agent',
] as const;

function conversationRow(columns: Columns): ConversationRow {
  const { agent_id: id, agent_name: name } = columns;
  return {
    id: columns.id,
    site: columns.site,
    channel: columns.channel,
    visitor: columns.visitor,
    customer: columns.customer,
    status: columns.status,
    seq: columns.seq,
    fence: columns.fence,
    createdAt: columns.created_at,
    updatedAt: columns.updated_at,
    queuedAt: columns.queued_at,
    priority: columns.priority,
    claimedAt: columns.claimed_at,
    agent: id === null ? null : { id, name: name ?? '' },
  };
}
