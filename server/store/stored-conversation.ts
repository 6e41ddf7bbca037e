// Conversations' rows in SQLite: read, begun, changed.
import {
  type ConversationColumns,
  conversationRow,
  type StoredConversation,
  storedRow,
} from './conversation-columns.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { ConversationRow } from './store.ts';

export function storedConversation(file: SqliteFile, id: string): StoredConversation | undefined {
  const columns = file.statement('SELECT * FROM conversations WHERE id = ?').get(id) as
    | ConversationColumns
    | undefined;
  return columns && storedRow(columns);
}

/** All rows that `where` selects; `where` is of our own making, values go in as `values`. */
export function conversationRows(file: SqliteFile, where: string, ...values: unknown[]): ConversationRow[] {
  const rows = file
    .statement(`SELECT * FROM conversations WHERE ${where}`)
    .all(...values) as ConversationColumns[];
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
