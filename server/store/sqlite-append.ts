// The two writes that a conversation lives by: to begin it, and to append to it under conditions.

import type { EventBody } from '../../shared/events.ts';
import { addEvents } from './add-events.ts';
import { canonicalJson } from './canonical-json.ts';
import { genesisHash } from './chain.ts';
import { type StoredConversation, withoutHead } from './conversation-columns.ts';
import { mayCollide, refusal, rowAfter } from './refusal.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { addFile } from './sqlite-files.ts';
import type { Append, Appended, ConversationRow, NewConversation, Store } from './store.ts';
import {
  insertConversation,
  openConversation,
  storedConversation,
  updateConversation,
} from './stored-conversation.ts';

export function beginConversation(
  file: SqliteFile,
  conversation: NewConversation,
): Awaited<ReturnType<Store['begin']>> {
  const { id, site, channel, visitor, customer, at } = conversation;
  const open = openConversation(file, site, { visitor, customer });
  if (open) return { row: open, events: [], begun: false };
  const row: StoredConversation = {
    id,
    site,
    channel,
    visitor,
    customer,
    status: 'assistant',
    seq: 0,
    fence: 0,
    createdAt: at,
    updatedAt: at,
    queuedAt: null,
    priority: 0,
    claimedAt: null,
    agent: null,
    head: genesisHash(id, site),
  };
  // First the row, which the events refer to.
  insertConversation(file, row);
  const { events, ...moved } = addEvents(file, row, at, conversation.events);
  const begun = { ...row, ...moved };
  updateConversation(file, row, begun);
  return { row: withoutHead(begun), events, begun: true };
}

export function appendEvents(file: SqliteFile, append: Append): Appended {
  const stored = storedConversation(file, append.conversation);
  if (!stored) return { ok: false, why: 'not_found' };
  // A retry is answered before anything else: what has changed since must not turn a success into a refusal.
  const seen = append.client && seenBefore(file, stored.site, append.client, append.events[0]);
  if (seen) return seen;

  const refused = refusal(stored, append);
  if (refused) return { ok: false, why: refused, row: withoutHead(stored) };
  if (append.room && inHand(file, append.room, stored.id) >= append.room.most)
    return { ok: false, why: 'full', row: withoutHead(stored) };

  const fields = rowAfter(stored, append);
  const other = occupant(file, stored, fields);
  if (other) return { ok: false, why: 'occupied', row: other };

  const { events, ...moved } = addEvents(file, stored, append.at, append.events);
  const row = { ...fields, ...moved };
  updateConversation(file, stored, row);
  if (append.client) rememberClient(file, row, append.client, events[0]?.seq ?? row.seq);
  if (append.file) addFile(file, row.id, append.file);
  changeTimers(file, row, append, events[0]?.seq ?? row.seq);
  if (append.service) addService(file, row.site, append.service);
  return { ok: true, events, row: withoutHead(row) };
}

/** How many conversations but this one the agent has. */
function inHand(file: SqliteFile, { agent, sites }: NonNullable<Append['room']>, but: string): number {
  const { n } = file
    .statement(
      `SELECT count(*) AS n FROM conversations
       WHERE site IN (SELECT value FROM json_each(?)) AND status = 'claimed' AND agent_id = ? AND id <> ?`,
    )
    .get(JSON.stringify(sites), agent, but) as { n: number };
  return n;
}

/** Another conversation that is open for the same visitor or customer, where this change would make a second one. */
function occupant(
  file: SqliteFile,
  before: ConversationRow,
  after: ConversationRow,
): ConversationRow | undefined {
  if (!mayCollide(before, after)) return undefined;
  const isOther = (row: ConversationRow | undefined) => (row && row.id !== after.id ? row : undefined);
  return (
    isOther(openConversation(file, after.site, { customer: after.customer })) ??
    isOther(openConversation(file, after.site, { visitor: after.visitor }))
  );
}

function seenBefore(
  file: SqliteFile,
  site: string,
  client: NonNullable<Append['client']>,
  body: EventBody | undefined,
): Appended | undefined {
  const seen = file
    .statement('SELECT conversation, seq FROM client_ids WHERE site = ? AND author = ? AND id = ?')
    .get(site, client.author, client.id) as { conversation: string; seq: number } | undefined;
  if (!seen) return undefined;
  const event = file
    .statement('SELECT content FROM events WHERE conversation = ? AND seq = ?')
    .get(seen.conversation, seen.seq) as { content: string | null } | undefined;
  const row = withoutHead(storedConversation(file, seen.conversation)!);
  const same = body !== undefined && event?.content === canonicalJson(body);
  return same ? { ok: true, events: [], row, seenAt: seen.seq } : { ok: false, why: 'conflict', row };
}

function rememberClient(
  file: SqliteFile,
  row: ConversationRow,
  client: NonNullable<Append['client']>,
  seq: number,
): void {
  file
    .statement('INSERT INTO client_ids (site, author, id, conversation, seq) VALUES (?, ?, ?, ?, ?)')
    .run(row.site, client.author, client.id, row.id, seq);
}

function changeTimers(file: SqliteFile, row: ConversationRow, append: Append, firstSeq: number): void {
  for (const { name, ref } of append.clearTimers ?? []) {
    if (ref === undefined) {
      file.statement('DELETE FROM timers WHERE conversation = ? AND name = ?').run(row.id, name);
    } else {
      file
        .statement('DELETE FROM timers WHERE conversation = ? AND name = ? AND ref = ?')
        .run(row.id, name, ref);
    }
  }
  for (const { name, ref, due } of append.setTimers ?? []) {
    file
      .statement(
        `INSERT INTO timers (conversation, name, ref, site, due, wake) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (conversation, name, ref) DO UPDATE SET due = excluded.due, wake = excluded.wake`,
      )
      .run(row.id, name, ref ?? String(firstSeq), row.site, due, due);
  }
}

function addService(file: SqliteFile, site: string, service: NonNullable<Append['service']>): void {
  file
    .statement(
      'INSERT INTO services (site, agent, queued_at, claimed_at, ended_at, stated) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(site, service.agent, service.queuedAt, service.claimedAt, service.endedAt, service.stated);
}
