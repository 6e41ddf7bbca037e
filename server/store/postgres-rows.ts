// A conversation's row as Postgres has it, and as the rest of the house knows it.
import { type CompiledQuery, type Selectable, sql } from 'kysely';
import type { ConversationTable, QueryBuilder } from './postgres-tables.ts';
import type { ConversationRow } from './store.ts';
import type { StoredConversation } from './stored-conversation.ts';

type Columns = Selectable<ConversationTable>;

export function conversationRow(columns: Columns): ConversationRow {
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

export function storedRow(columns: Columns): StoredConversation {
  return { ...conversationRow(columns), head: columns.head };
}

/** What an append can change of it. */
export function changeableColumns(row: StoredConversation) {
  return {
    visitor: row.visitor,
    customer: row.customer,
    status: row.status,
    seq: row.seq,
    fence: row.fence,
    updated_at: row.updatedAt,
    queued_at: row.queuedAt,
    priority: row.priority,
    claimed_at: row.claimedAt,
    agent_id: row.agent?.id ?? null,
    agent_name: row.agent?.name ?? null,
    head: row.head,
  };
}

/** The conversation that is not resolved, of this customer or else of this visitor; not the one called `except`. */
export function openConversation(
  build: QueryBuilder,
  site: string,
  who: { visitor?: string; customer?: string | null },
  except?: string,
): CompiledQuery<Columns> {
  let query = build
    .selectFrom('conversations')
    .selectAll()
    .where('site', '=', site)
    .where('status', '<>', 'resolved')
    .where((where) =>
      where.or([
        ...(who.customer ? [where('customer', '=', who.customer)] : []),
        ...(who.visitor ? [where('visitor', '=', who.visitor)] : []),
      ]),
    );
  if (except !== undefined) query = query.where('id', '<>', except);
  if (who.customer) {
    query = query.orderBy(sql`(customer IS NOT DISTINCT FROM ${who.customer})`, 'desc');
  }
  return query.limit(1).compile();
}
