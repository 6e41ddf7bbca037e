// Conversations' rows in Postgres: what an append changes, and the open one.
import { type CompiledQuery, type Selectable, sql } from 'kysely';
import type { StoredConversation } from './conversation-columns.ts';
import type { ConversationTable, QueryBuilder } from './postgres-tables.ts';

type Columns = Selectable<ConversationTable>;

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
