// What is read of conversations in Postgres: their events, their rows in the orders that pages need, their chains.

import { CompiledQuery } from 'kysely';
import type { ConversationStatus } from '../../shared/conversation.ts';
import type { Event } from '../../shared/events.ts';
import { conversationRow } from './conversation-columns.ts';
import type { PostgresSession } from './postgres-pool.ts';
import { openConversation } from './postgres-rows.ts';
import { byPlace, byTime } from './row-order.ts';
import type { ChainLink, ConversationRow, HistoryPage, Who } from './store.ts';
import { storedEvent } from './stored-event.ts';

export async function readEvents(
  { build, run }: PostgresSession,
  conversation: string,
  after = 0,
  limit?: number,
): Promise<Event[]> {
  const query = build
    .selectFrom('events')
    .select(['seq', 'at', 'content'])
    .where('conversation', '=', conversation)
    .where('seq', '>', after)
    .where('content', 'is not', null)
    .orderBy('seq');
  const { rows } = await run((limit === undefined ? query : query.limit(limit)).compile());
  return rows.map((row) => storedEvent(row.content!, row.seq, row.at));
}

export async function conversation(
  { build, run }: PostgresSession,
  id: string,
): Promise<ConversationRow | undefined> {
  const query = build.selectFrom('conversations').selectAll().where('id', '=', id);
  return (await run(query.compile())).rows.map(conversationRow)[0];
}

export async function lastSeqs(
  { run }: PostgresSession,
  conversations: string[],
): Promise<Record<string, number>> {
  const query = CompiledQuery.raw('SELECT id, seq FROM conversations WHERE id = ANY($1::text[])', [
    conversations,
  ]) as CompiledQuery<{ id: string; seq: number }>;
  return Object.fromEntries((await run(query)).rows.map(({ id, seq }) => [id, seq]));
}

export async function openFor(
  { build, run }: PostgresSession,
  site: string,
  who: Who,
): Promise<ConversationRow | undefined> {
  return (await run(openConversation(build, site, who))).rows.map(conversationRow)[0];
}

export async function conversationsOf(
  { build, run }: PostgresSession,
  site: string,
  who: Who,
): Promise<ConversationRow[]> {
  const ofSite = build.selectFrom('conversations').selectAll().where('site', '=', site);
  const of =
    'customer' in who
      ? ofSite.where('customer', '=', who.customer)
      : ofSite.where('visitor', '=', who.visitor);
  const { rows } = await run(of.orderBy('created_at', 'desc').orderBy('id', 'desc').compile());
  return rows.map(conversationRow);
}

export async function historyOf(
  { build, run }: PostgresSession,
  site: string,
  who: Who,
  { limit, before }: HistoryPage,
): Promise<ConversationRow[]> {
  const ofSite = build.selectFrom('conversations').selectAll().where('site', '=', site);
  const of =
    'customer' in who
      ? ofSite.where('customer', '=', who.customer)
      : ofSite.where('visitor', '=', who.visitor).where('customer', 'is', null);
  const after = before
    ? of.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('created_at', 'id'), '<', tuple(before.at, before.id)),
      )
    : of;
  const { rows } = await run(
    after.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).compile(),
  );
  return rows.map(conversationRow);
}

const queued: ConversationStatus[] = ['waiting', 'left'];

/** Each part stops at the limit, then they are merged; one statement, so that no row moves between the parts. */
export async function listConversations(
  { build, run }: PostgresSession,
  sites: string[],
  statuses: ConversationStatus[],
  limit: number,
): Promise<ConversationRow[]> {
  const ofSites = (wanted: ConversationStatus[]) =>
    build
      .selectFrom('conversations')
      .selectAll()
      .where((where) => where('site', '=', where.fn.any(where.val(sites))))
      .where((where) => where('status', '=', where.fn.any(where.val(wanted))))
      .limit(limit);
  const line = ofSites(statuses.filter((status) => queued.includes(status)))
    .where('status', '<>', 'resolved')
    .orderBy('priority')
    .orderBy('queued_at', (order) => order.asc().nullsFirst())
    .orderBy('id');
  const others = ofSites(statuses.filter((status) => !queued.includes(status) && status !== 'resolved'))
    .where('status', '<>', 'resolved')
    .orderBy('updated_at', 'desc')
    .orderBy('id');
  const resolved = ofSites(statuses.filter((status) => status === 'resolved'))
    .where('resolved_at', 'is not', null)
    .orderBy('resolved_at', 'desc')
    .orderBy('id');
  const { rows } = await run(
    build
      .selectFrom(line.as('line'))
      .selectAll()
      .unionAll(build.selectFrom(others.as('others')).selectAll())
      .unionAll(build.selectFrom(resolved.as('resolved')).selectAll())
      .compile(),
  );
  const all = rows.map(conversationRow);
  const inLine = all.filter((row) => queued.includes(row.status)).sort(byPlace);
  const rest = all.filter((row) => !queued.includes(row.status)).sort(byTime);
  return [...inLine, ...rest].slice(0, limit);
}

export async function readChain({ build, run }: PostgresSession, conversation: string): Promise<ChainLink[]> {
  const { rows } = await run(
    build
      .selectFrom('events')
      .select(['seq', 'at', 'type', 'digest', 'hash', 'salt', 'content'])
      .where('conversation', '=', conversation)
      .orderBy('seq')
      .compile(),
  );
  return rows.map(({ digest, hash, salt, ...link }) => ({
    ...link,
    digest: hex(digest),
    hash: hex(hash),
    salt: salt && hex(salt),
  }));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export async function conversationIds(
  { build, run }: PostgresSession,
  { after = '', limit, site, before }: { after?: string; limit: number; site?: string; before?: number },
): Promise<string[]> {
  let query = build
    .selectFrom('conversations')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
  if (site !== undefined) query = query.where('site', '=', site);
  if (before !== undefined) query = query.where('updated_at', '<', before);
  return (await run(query.compile())).rows.map((row) => row.id);
}
