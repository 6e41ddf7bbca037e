// Adds events to a conversation's log: the next numbers without a gap, and the next links of its chain (R1, R4).
import { randomFillSync } from 'node:crypto';
import type { Event, EventBody } from '../../shared/events.ts';
import { canonicalJson } from './canonical-json.ts';
import { contentDigest, linkHash, saltBytes } from './chain.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { StoredConversation } from './stored-conversation.ts';

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
  let { seq, head } = row;
  const events: Event[] = [];
  for (const body of bodies) {
    seq += 1;
    const content = canonicalJson(body);
    const salt = nextSalt();
    const digest = contentDigest(salt, content);
    head = linkHash(head, { seq, at, type: body.type, digest });
    file
      .statement(
        `INSERT INTO events (conversation, seq, site, channel, at, type, content, salt, digest, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(row.id, seq, row.site, row.channel, at, body.type, content, salt, digest, head);
    events.push(storedEvent(content, seq, at));
  }
  return { events, seq, head };
}

/** Salts are cut from a larger draw: one call of the system's generator for each would cost as much as a digest. */
const draw = { bytes: new Uint8Array(256 * saltBytes), used: 256 * saltBytes };

function nextSalt(): Uint8Array {
  if (draw.used === draw.bytes.length) {
    randomFillSync(draw.bytes);
    draw.used = 0;
  }
  draw.used += saltBytes;
  return draw.bytes.slice(draw.used - saltBytes, draw.used);
}

/** The event that a stored content is: what an append answers equals what a later read gives. */
export function storedEvent(content: string, seq: number, at: number): Event {
  return { ...(JSON.parse(content) as EventBody), seq, at };
}
