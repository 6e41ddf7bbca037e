// R4 over arbitrary logs and arbitrary tampering: nothing that is changed afterwards goes unnoticed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditAll, auditConversation } from '../../server/record/audit.ts';
import { contentDigest } from '../../server/store/chain.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { ChainLink, Store } from '../../server/store/store.ts';
import type { EventBody } from '../../shared/events.ts';
import { arbitraryBodies } from '../shared/arbitrary-events.ts';

async function stored(events: EventBody[], erasedAfter?: number): Promise<Store> {
  const store = createMemoryStore();
  const [first, ...rest] = events;
  const begin = { id: 'a', site: 's', channel: 'web', visitor: 'v', customer: null, at: 1 };
  await store.begin({ ...begin, events: [first!] });
  for (const [index, event] of rest.entries()) {
    if (index === erasedAfter) await store.erase('a', 'customer', 'on request', 50);
    await store.append({ conversation: 'a', at: 100 + index, events: [event] });
  }
  return store;
}

/** Every way in which somebody with the file in hand could change one place of it. */
const tampering: Record<string, (links: ChainLink[], at: number) => ChainLink[]> = {
  seq: changed((link) => ({ seq: link.seq + 1 })),
  at: changed((link) => ({ at: link.at + 1 })),
  type: changed((link) => ({ type: link.type === 'message' ? 'noted' : 'message' })),
  digest: changed((link) => ({ digest: flipped(link.digest) })),
  hash: changed((link) => ({ hash: flipped(link.hash) })),
  salt: changed((link) => ({ salt: flipped(link.salt ?? '00') })),
  content: changed((link) => ({ content: `${link.content ?? ''} ` })),
  'content, with the digest to match': changed(({ type }) => {
    const content = JSON.stringify({ type, forged: true });
    const digest = Buffer.from(contentDigest(Buffer.from('ab', 'hex'), content)).toString('hex');
    return { content, salt: 'ab', digest };
  }),
  'salt taken': changed((link) => (link.salt === null ? { salt: 'ab' } : { salt: null })),
  'content taken': changed((link) => (link.content === null ? { content: '{}' } : { content: null })),
  removed: (links, at) => links.filter((_, index) => index !== at),
  'removed and renumbered': (links, at) =>
    links.filter((_, index) => index !== at).map((link, index) => ({ ...link, seq: index + 1 })),
  doubled: (links, at) => links.toSpliced(at, 0, links[at]!),
  'in another order': (links, at) => {
    const other = (at + 1) % links.length;
    return links.with(at, links[other]!).with(other, links[at]!);
  },
  'cut off': (links, at) => links.slice(0, at),
};

function changed(change: (link: ChainLink) => Partial<ChainLink>): (typeof tampering)[string] {
  return (links, at) => links.with(at, { ...links[at]!, ...change(links[at]!) });
}

function flipped(hex: string): string {
  return (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
}

/** The store as it would be after somebody changed its chain. */
function withChain(store: Store, links: ChainLink[]): Store {
  return { ...store, chain: async () => links };
}

test('R4 a chain that nobody touched holds, erased or not', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBodies(10), fc.option(fc.nat(9)), async (events, erasedAfter) => {
      const store = await stored(events, erasedAfter ?? undefined);
      expect(await auditAll(store)).toMatchObject({ conversations: 1, faults: [] });
    }),
  );
});

test.each(Object.keys(tampering))('R4 tampering is found: %s', async (kind) => {
  const some = fc.option(fc.nat(4), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(arbitraryBodies(6), some, fc.nat(), async (events, erasedAfter, pick) => {
      const store = await stored([...events, { type: 'rated', by: 'customer', score: 5 }], erasedAfter);
      const links = await store.chain('a');
      const at = pick % links.length;
      const { faults } = await auditAll(withChain(store, tampering[kind]!(links, at)));
      expect(faults).toHaveLength(1);
      expect(faults[0]!.seq).toBeLessThanOrEqual(at + 2);
    }),
    { numRuns: 40 },
  );
});

test('R4 contents that are gone without a word of it are found', async () => {
  const store = await stored([{ type: 'noted', by: { id: 'm', name: 'Mia' }, text: 'x' }]);
  const links = (await store.chain('a')).map((link) => ({ ...link, content: null, salt: null }));
  expect(auditConversation(links, 'a', 's')).toEqual({ ok: false, seq: 1, why: 'erased-silently' });
});

test('R4 a chain does not pass for that of another conversation or site', async () => {
  const store = await stored([{ type: 'rated', by: 'customer', score: 5 }]);
  const links = await store.chain('a');
  expect(auditConversation(links, 'a', 's')).toEqual({ ok: true });
  expect(auditConversation(links, 'b', 's')).toEqual({ ok: false, seq: 1, why: 'hash' });
  expect(auditConversation(links, 'a', 't')).toEqual({ ok: false, seq: 1, why: 'hash' });
});

test('an audit goes through all pages of conversations and says how far it is', async () => {
  const store = createMemoryStore();
  for (let i = 0; i < 450; i++) {
    const id = `c${String(i).padStart(3, '0')}`;
    const events: EventBody[] = [{ type: 'rated', by: 'customer', score: 5 }];
    const site = i % 3 ? 's' : 't';
    await store.begin({ id, site, channel: 'web', visitor: id, customer: null, at: 1, events });
  }
  const seen: number[] = [];
  const report = await auditAll(store, ({ conversations }) => seen.push(conversations));
  expect(report).toEqual({ conversations: 450, events: 450, faults: [] });
  expect(seen).toEqual([200, 400, 450]);
  expect((await auditAll(store, undefined, 't')).conversations).toBe(150);
});
