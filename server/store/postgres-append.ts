// The two writes that a conversation lives by, in Postgres: to begin it, and to append to it under conditions.
// Who appends holds the conversation's row; unique indexes decide between those who hold different rows, and
// whoever was slower is run again from the beginning (postgres-pool.ts) and sees what the faster one did.
import type { Event, EventBody } from '../../shared/events.ts';
import { canonicalJson } from './canonical-json.ts';
import { genesisHash } from './chain.ts';
import { type LinkedEvent, linkEvents } from './link-events.ts';
import type { PostgresSession } from './postgres-pool.ts';
import { changeableColumns, conversationRow, openConversation, storedRow } from './postgres-rows.ts';
import { changeTimers } from './postgres-timers.ts';
import { mayCollide, refusal, rowAfter } from './refusal.ts';
import type { Append, Appended, ConversationRow, NewConversation, Store } from './store.ts';
import { type StoredConversation, withoutHead } from './stored-conversation.ts';

export async function beginConversation(
  session: PostgresSession,
  conversation: NewConversation,
): ReturnType<Store['begin']> {
  const { id, site, channel, visitor, customer, at } = conversation;
  const { build } = session;
  const open = (await session.run(openConversation(build, site, { visitor, customer }))).rows[0];
  if (open) return { row: conversationRow(open), events: [], begun: false };
  const { links, events, ...linked } = linkEvents(
    { seq: 0, head: genesisHash(id, site) },
    at,
    conversation.events,
  );
  const row: StoredConversation = {
    id,
    site,
    channel,
    visitor,
    customer,
    status: 'assistant',
    fence: 0,
    createdAt: at,
    updatedAt: at,
    queuedAt: null,
    priority: 0,
    claimedAt: null,
    agent: null,
    ...linked,
  };
  session.send(
    build
      .insertInto('conversations')
      .values({ id, site, channel, created_at: at, ...changeableColumns(row) })
      .compile(),
  );
  addLinks(session, row, links);
  return { row: withoutHead(row), events, begun: true };
}

export async function appendEvents(session: PostgresSession, append: Append): Promise<Appended> {
  const found = await lockConversation(session, append.conversation, append.client);
  if (!found) return { ok: false, why: 'not_found' };
  const { stored, seen } = found;
  // A retry is answered before anything else: what has changed since must not turn a success into a refusal.
  if (seen) return seenBefore(session, seen, append.events[0]);

  const refused = refusal(stored, append);
  if (refused) return { ok: false, why: refused, row: withoutHead(stored) };

  const fields = rowAfter(stored, append);
  const other = await occupant(session, stored, fields);
  if (other) return { ok: false, why: 'occupied', row: other };

  const { links, events, ...linked } = linkEvents(stored, append.at, append.events);
  const row = { ...fields, ...linked };
  saveConversation(session, row);
  addLinks(session, row, links);
  const firstSeq = events[0]?.seq ?? row.seq;
  if (append.client) rememberClient(session, row, append.client, firstSeq);
  changeTimers(session, row, append, firstSeq);
  if (append.service) addService(session, row.site, append.service);
  return { ok: true, events, row: withoutHead(row) };
}

interface Seen {
  conversation: string;
  seq: number;
}

/** Nobody else writes to it until the transaction ends. */
export async function lockConversation(
  session: PostgresSession,
  id: string,
  client?: Append['client'],
): Promise<{ stored: StoredConversation; seen: Seen | undefined } | undefined> {
  const row = session.build.selectFrom('conversations').selectAll('conversations').forUpdate('conversations');
  if (!client) {
    const columns = (await session.run(row.where('conversations.id', '=', id).compile())).rows[0];
    return columns && { stored: storedRow(columns), seen: undefined };
  }
  const query = row
    .leftJoin('client_ids as seen', (join) =>
      join
        .onRef('seen.site', '=', 'conversations.site')
        .on('seen.author', '=', client.author)
        .on('seen.id', '=', client.id),
    )
    .select(['seen.conversation as seen_in', 'seen.seq as seen_at'])
    .where('conversations.id', '=', id);
  const columns = (await session.run(query.compile())).rows[0];
  if (!columns) return undefined;
  const { seen_in: conversation, seen_at: seq } = columns;
  const seen = conversation === null || seq === null ? undefined : { conversation, seq };
  return { stored: storedRow(columns), seen };
}

export function saveConversation({ build, send }: PostgresSession, row: StoredConversation): void {
  send(build.updateTable('conversations').set(changeableColumns(row)).where('id', '=', row.id).compile());
}

export function addLinks(
  { build, send }: PostgresSession,
  { id: conversation, site, channel }: Pick<ConversationRow, 'id' | 'site' | 'channel'>,
  links: LinkedEvent[],
): void {
  if (links.length === 0) return;
  const rows = links.map((link) => ({ conversation, site, channel, ...link }));
  send(build.insertInto('events').values(rows).compile());
}

/** Another conversation that is open for the same visitor or customer, where this change would make a second one. */
async function occupant(
  { build, run }: PostgresSession,
  before: ConversationRow,
  after: ConversationRow,
): Promise<ConversationRow | undefined> {
  if (!mayCollide(before, after)) return undefined;
  const other = (await run(openConversation(build, after.site, after, after.id))).rows[0];
  return other && conversationRow(other);
}

async function seenBefore(
  { build, run }: PostgresSession,
  seen: Seen,
  body: EventBody | undefined,
): Promise<Appended> {
  const { rows } = await run(
    build
      .selectFrom('conversations')
      .selectAll('conversations')
      .leftJoin('events', (join) =>
        join.onRef('events.conversation', '=', 'conversations.id').on('events.seq', '=', seen.seq),
      )
      .select('events.content')
      .where('conversations.id', '=', seen.conversation)
      .compile(),
  );
  const row = conversationRow(rows[0]!);
  const same = body !== undefined && rows[0]!.content === canonicalJson(body);
  const events: Event[] = [];
  return same ? { ok: true, events, row, seenAt: seen.seq } : { ok: false, why: 'conflict', row };
}

function rememberClient(
  { build, send }: PostgresSession,
  { id: conversation, site }: ConversationRow,
  client: NonNullable<Append['client']>,
  seq: number,
): void {
  send(
    build
      .insertInto('client_ids')
      .values({ site, ...client, conversation, seq })
      .compile(),
  );
}

function addService(
  { build, send }: PostgresSession,
  site: string,
  { agent, queuedAt, claimedAt, endedAt, stated }: NonNullable<Append['service']>,
): void {
  const service = { site, agent, queued_at: queuedAt, claimed_at: claimedAt, ended_at: endedAt, stated };
  send(build.insertInto('services').values(service).compile());
}
