// The two writes that a conversation lives by, in Postgres: to begin it, and to append to it under conditions.
// Who appends holds the conversation's row; unique indexes decide between those who hold different rows, and
// whoever was slower is run again from the beginning (postgres-pool.ts) and sees what the faster one did.

import { CompiledQuery } from 'kysely';
import type { Event, EventBody } from '../../shared/events.ts';
import { canonicalJson } from './canonical-json.ts';
import { genesisHash } from './chain.ts';
import { conversationRow, type StoredConversation, withoutHead } from './conversation-columns.ts';
import { linkEvents } from './link-events.ts';
import { addFile } from './postgres-files.ts';
import { findSeen, lockConversation, type Seen, saveConversation } from './postgres-locked.ts';
import type { PostgresSession } from './postgres-pool.ts';
import { changeableColumns, openConversation } from './postgres-rows.ts';
import { changeTimers } from './postgres-timers.ts';
import { mayCollide, refusal, rowAfter } from './refusal.ts';
import type { Append, Appended, ConversationRow, NewConversation, Store } from './store.ts';

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
  saveConversation(session, row, links);
  return { row: withoutHead(row), events, begun: true };
}

export async function appendEvents(session: PostgresSession, append: Append): Promise<Appended> {
  const found = await lockConversation(session, append.conversation, append.client);
  if (!found) return { ok: false, why: 'not_found' };
  const { stored, seen } = found;
  // A retry is answered before anything else: what has changed since must not turn a success into a refusal.
  if (seen) return seenBefore(session, seen, append.events[0]);

  type Refused = Extract<Appended, { ok: false }>;
  const refuse = async (why: Refused['why'], row: ConversationRow): Promise<Appended> => {
    const since = append.client && (await findSeen(session, stored.site, append.client));
    return since ? seenBefore(session, since, append.events[0]) : { ok: false, why, row };
  };
  const refused = refusal(stored, append);
  if (refused) return refuse(refused, withoutHead(stored));
  if (append.room && (await inHand(session, append.room, stored.id)) >= append.room.most)
    return refuse('full', withoutHead(stored));

  const fields = rowAfter(stored, append);
  const other = await occupant(session, stored, fields);
  if (other) return refuse('occupied', other);

  const { links, events, ...linked } = linkEvents(stored, append.at, append.events);
  const row = { ...fields, ...linked };
  const firstSeq = events[0]?.seq ?? row.seq;
  saveConversation(session, row, links, append.client && { ...append.client, seq: firstSeq });
  if (append.file) addFile(session, row.id, append.file);
  changeTimers(session, row, append, firstSeq);
  if (append.service) addService(session, row.site, append.service);
  return { ok: true, events, row: withoutHead(row) };
}

/** How many conversations but this one the agent has. Until the end of the transaction nobody else asks for this agent. */
async function inHand(
  { build, run }: PostgresSession,
  { agent, sites }: NonNullable<Append['room']>,
  but: string,
): Promise<number> {
  await run(CompiledQuery.raw('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`room of ${agent}`]));
  const { rows } = await run(
    build
      .selectFrom('conversations')
      .select('id')
      .where('site', 'in', sites)
      .where('status', '=', 'claimed')
      .where('agent_id', '=', agent)
      .where('id', '<>', but)
      .compile(),
  );
  return rows.length;
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

function addService(
  { build, send }: PostgresSession,
  site: string,
  { agent, queuedAt, claimedAt, endedAt, stated }: NonNullable<Append['service']>,
): void {
  const service = { site, agent, queued_at: queuedAt, claimed_at: claimedAt, ended_at: endedAt, stated };
  send(build.insertInto('services').values(service).compile());
}
