// Finds tampering (R4): recomputes every link of a conversation's chain from what is stored. What a chain alone
// cannot show is an end that was cut off; that is found by the row's seq.
import { contentDigest, genesisHash, linkHash } from '../store/chain.ts';
import type { ChainLink, Store } from '../store/store.ts';

export type Audit =
  | { ok: true }
  | {
      ok: false;
      /** The first that does not hold. */
      seq: number;
      why: 'gap' | 'hash' | 'digest' | 'type' | 'half-erased' | 'erased-silently' | 'cut-off' | 'beyond';
    };

/** `links` in the order of seq, as `Store.chain` gives them. */
export function auditConversation(links: ChainLink[], id: string, site: string): Audit {
  let previous = genesisHash(id, site);
  // An erasure leaves a word of itself behind; a content that is merely gone was taken.
  const lastErasure = links.findLastIndex((link) => link.type === 'erased');
  for (const [index, link] of links.entries()) {
    const { seq } = link;
    if (seq !== index + 1) return { ok: false, seq: index + 1, why: 'gap' };
    const hash = linkHash(previous, { ...link, digest: bytes(link.digest) });
    if (hex(hash) !== link.hash) return { ok: false, seq, why: 'hash' };
    const wrong = wrongContent(link);
    if (wrong) return { ok: false, seq, why: wrong };
    if (link.content === null && index > lastErasure) return { ok: false, seq, why: 'erased-silently' };
    previous = hash;
  }
  return { ok: true };
}

/** An erased content is no fault, but half of an erasure is. */
function wrongContent({
  content,
  salt,
  digest,
  type,
}: ChainLink): 'digest' | 'type' | 'half-erased' | undefined {
  if (content === null && salt === null) return undefined;
  if (content === null || salt === null) return 'half-erased';
  if (hex(contentDigest(bytes(salt), content)) !== digest) return 'digest';
  return (JSON.parse(content) as { type: string }).type === type ? undefined : 'type';
}

export interface AuditReport {
  conversations: number;
  events: number;
  faults: { conversation: string; seq: number; why: string }[];
}

const page = 200;

/** Audits every conversation of the store, or of one site. `onProgress` hears after each page of them. */
export async function auditAll(
  store: Pick<Store, 'conversationIds' | 'conversation' | 'chain'>,
  onProgress?: (report: AuditReport) => void,
  site?: string,
): Promise<AuditReport> {
  const report: AuditReport = { conversations: 0, events: 0, faults: [] };
  let after = '';
  for (;;) {
    const ids = await store.conversationIds({ after, limit: page, ...(site === undefined ? {} : { site }) });
    for (const id of ids) {
      const { audit, events } = await auditOne(store, id);
      report.conversations += 1;
      report.events += events;
      if (!audit.ok) report.faults.push({ conversation: id, seq: audit.seq, why: audit.why });
    }
    onProgress?.(report);
    if (ids.length < page) return report;
    after = ids.at(-1)!;
  }
}

/** The row is read before and after its chain, since the server may be writing meanwhile. */
async function auditOne(
  store: Pick<Store, 'conversation' | 'chain'>,
  id: string,
): Promise<{ audit: Audit; events: number }> {
  const before = await store.conversation(id);
  const links = await store.chain(id);
  const after = await store.conversation(id);
  if (!before || !after) throw new Error(`Conversation ${id} vanished during the audit.`);
  const events = links.length;
  const audit = auditConversation(links, id, before.site);
  if (!audit.ok) return { audit, events };
  if (events < before.seq) return { audit: { ok: false, seq: events + 1, why: 'cut-off' }, events };
  if (events > after.seq) return { audit: { ok: false, seq: after.seq + 1, why: 'beyond' }, events };
  return { audit, events };
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'hex');
}

function hex(digest: Uint8Array): string {
  return Buffer.from(digest).toString('hex');
}
