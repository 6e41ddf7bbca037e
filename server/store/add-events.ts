// Adds events to a conversation's log in the embedded database.

import type { Event, EventBody } from '../../shared/events.ts';
import type { StoredConversation } from './conversation-columns.ts';
import { linkEvents } from './link-events.ts';
import type { SqliteFile } from './sqlite-file.ts';

/**
 * The events as stored, with the row's new seq and head; the row itself is saved by the caller, in the same
 * transaction.
 */
export function addEvents(
  file: SqliteFile,
  row: Pick<StoredConversation, 'id' | 'site' | 'channel' | 'seq' | 'head'>,
  at: number,
  bodies: EventBody[],
): { events: Event[]; seq: number; head: Uint8Array } {
  const { links, ...linked } = linkEvents(row, at, bodies);
  for (const { seq, type, content, salt, digest, hash } of links) {
    file
      .statement(
        `INSERT INTO events (conversation, seq, site, channel, at, type, content, salt, digest, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(row.id, seq, row.site, row.channel, at, type, content, salt, digest, hash);
  }
  return linked;
}
