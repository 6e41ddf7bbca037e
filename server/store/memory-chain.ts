// One conversation's chain in memory. Its links are computed only when somebody asks, since a model checker that
// appends by the million never does.
import { randomBytes } from 'node:crypto';
import { contentDigest, genesisHash, linkHash, saltBytes } from './chain.ts';
import type { ChainLink } from './store.ts';

export function memoryChain(conversation: string, site: string) {
  const links: ChainLink[] = [];
  let waiting: { seq: number; at: number; type: string; content: string }[] = [];
  let head = genesisHash(conversation, site);

  function complete(): void {
    for (const { content, ...place } of waiting) {
      const salt = randomBytes(saltBytes);
      const digest = contentDigest(salt, content);
      head = linkHash(head, { ...place, digest });
      links.push({ ...place, content, salt: hex(salt), digest: hex(digest), hash: hex(head) });
    }
    waiting = [];
  }

  return {
    add(event: { seq: number; at: number; type: string; content: string }): void {
      waiting.push(event);
    },
    links(): ChainLink[] {
      complete();
      return links.map((link) => ({ ...link }));
    },
    /** Takes content and salt out of all links whose type is meant. */
    erase(meant: (type: string) => boolean): void {
      complete();
      for (const link of links) if (meant(link.type)) Object.assign(link, { content: null, salt: null });
    },
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
