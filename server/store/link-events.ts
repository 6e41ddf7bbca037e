// The next links of a conversation's chain (R1, R4), the same for every database: numbers without a gap, canonical
// contents, salts, digests, hashes.
import { randomFillSync } from 'node:crypto';
import type { Event, EventBody } from '../../shared/events.ts';
import { canonicalJson } from './canonical-json.ts';
import { contentDigest, linkHash, saltBytes } from './chain.ts';
import { storedEvent } from './stored-event.ts';

/** A row of the log, ready to be inserted. */
export interface LinkedEvent {
  seq: number;
  at: number;
  type: string;
  content: string;
  salt: Uint8Array;
  digest: Uint8Array;
  hash: Uint8Array;
}

/** The links and the events they hold, with the conversation's new seq and head; nothing is stored yet. */
export function linkEvents(
  row: { seq: number; head: Uint8Array },
  at: number,
  bodies: EventBody[],
): { links: LinkedEvent[]; events: Event[]; seq: number; head: Uint8Array } {
  let { seq, head } = row;
  const links = bodies.map((body): LinkedEvent => {
    seq += 1;
    const content = canonicalJson(body);
    const salt = nextSalt();
    const digest = contentDigest(salt, content);
    head = linkHash(head, { seq, at, type: body.type, digest });
    return { seq, at, type: body.type, content, salt, digest, hash: head };
  });
  return { links, events: links.map((link) => storedEvent(link.content, link.seq, at)), seq, head };
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
