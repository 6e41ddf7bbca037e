// The hash chain over salted digests (R4). Each link binds the one before it and, through its digest, its
// content; a content can be erased with its salt, and the links still hold.
import { createHash } from 'node:crypto';

/** Bytes of salt for each event: without it a short content could be guessed from its digest. */
export const saltBytes = 16;

/** What the first link hangs on: it binds the chain to its conversation and site. */
export function genesisHash(conversation: string, site: string): Uint8Array {
  return sha256(JSON.stringify(['handrail-chain-1', site, conversation]));
}

/** Digest of a content (canonical JSON of the event's body). */
export function contentDigest(salt: Uint8Array, content: string): Uint8Array {
  return createHash('sha256').update(salt).update(content).digest();
}

/** hash = H(previous hash, seq, at, type, digest) */
export function linkHash(
  previous: Uint8Array,
  link: { seq: number; at: number; type: string; digest: Uint8Array },
): Uint8Array {
  const place = JSON.stringify([link.seq, link.at, link.type]);
  return createHash('sha256').update(previous).update(link.digest).update(place).digest();
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
