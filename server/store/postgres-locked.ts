// What each append does in Postgres: takes its conversation's row, and writes it back with the events that were
// added. Written out and in one statement each, since building and parsing them anew was most of an append's cost.

import { CompiledQuery, type Selectable } from 'kysely';
import { type StoredConversation, storedRow } from './conversation-columns.ts';
import type { LinkedEvent } from './link-events.ts';
import type { PostgresSession } from './postgres-pool.ts';
import { changeableColumns } from './postgres-rows.ts';
import type { ConversationTable } from './postgres-tables.ts';
import type { Append } from './store.ts';

/** Where an author's id was used first. */
export interface Seen {
  conversation: string;
  seq: number;
}

type Locked = Selectable<ConversationTable> & { seen_in: string | null; seen_at: number | null };

/** Nobody else writes to it until the transaction ends. */
export async function lockConversation(
  session: PostgresSession,
  id: string,
  client?: Append['client'],
): Promise<{ stored: StoredConversation; seen: Seen | undefined } | undefined> {
  const { rows } = await session.run(
    CompiledQuery.raw(
      `SELECT c.*, seen.conversation AS seen_in, seen.seq AS seen_at
       FROM conversations c LEFT JOIN client_ids seen ON seen.site = c.site AND seen.author = $2 AND seen.id = $3
       WHERE c.id = $1 FOR UPDATE OF c`,
      [id, client?.author ?? null, client?.id ?? null],
    ) as CompiledQuery<Locked>,
  );
  if (!rows[0]) return undefined;
  const { seen_in: conversation, seen_at: seq, ...columns } = rows[0];
  const seen = conversation === null || seq === null ? undefined : { conversation, seq };
  return { stored: storedRow(columns), seen };
}

/**
 * Where the author's id was used by now. While the row was waited for, the same append may have been stored by another
 * try: the row is then read anew, but not the id that was looked up with it.
 */
export async function findSeen(
  session: PostgresSession,
  site: string,
  client: NonNullable<Append['client']>,
): Promise<Seen | undefined> {
  const { rows } = await session.run(
    CompiledQuery.raw(
      'SELECT conversation, seq FROM client_ids WHERE site = $1 AND author = $2 AND id = $3',
      [site, client.author, client.id],
    ) as CompiledQuery<Seen>,
  );
  return rows[0];
}

/** The row as it is now, the events that it was given, and the id of their author, if any. */
export function saveConversation(
  session: PostgresSession,
  row: StoredConversation,
  links: LinkedEvent[],
  client?: NonNullable<Append['client']> & { seq: number },
): void {
  const values: unknown[] = [];
  const add = (value: unknown, type = '') => `$${values.push(value)}${type}`;
  const id = add(row.id, '::text');
  const site = add(row.site, '::text');
  const columns = Object.entries(changeableColumns(row)).map(([name, value]) => `${name} = ${add(value)}`);
  const parts = [
    `saved AS (UPDATE conversations SET ${columns.join(', ')} WHERE id = ${id} AND site = ${site})`,
  ];
  if (links.length > 0) {
    const channel = add(row.channel, '::text');
    const rows = links.map(({ seq, at, type, content, salt, digest, hash }) => {
      const own = [type, content, salt, digest, hash].map((value) => add(value));
      return `(${id}, ${add(seq)}, ${site}, ${channel}, ${add(at)}, ${own.join(', ')})`;
    });
    parts.push(
      `added AS (INSERT INTO events (conversation, seq, site, channel, at, type, content, salt, digest, hash)
       VALUES ${rows.join(', ')})`,
    );
  }
  if (client) {
    parts.push(
      `known AS (INSERT INTO client_ids (site, conversation, author, id, seq)
       VALUES (${site}, ${id}, ${add(client.author)}, ${add(client.id)}, ${add(client.seq)}))`,
    );
  }
  session.send(CompiledQuery.raw(`WITH ${parts.join(', ')} SELECT 1`, values));
}
