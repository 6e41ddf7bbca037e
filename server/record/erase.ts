// Erasing contents: one conversation, all of a customer's, or what is older than the site keeps it (P2).
import type { Store } from '../store/store.ts';

type EraseStore = Pick<Store, 'erase' | 'conversationsOf' | 'conversationIds' | 'conversation'>;

/** Who asked for it and why, as the log will say. */
export interface Erasure {
  by: string;
  why: string;
  /** Epoch ms. */
  at: number;
  /** Hears of each that is left as it is while a call to the business is under way in it. */
  left?(conversation: string): void;
}

/** False when there is no such conversation, or nothing of it is left, or it is left as it is for now. */
export async function eraseConversation(store: EraseStore, id: string, erasure: Erasure): Promise<boolean> {
  return (await eraseEach(store, [id], erasure)) === 1;
}

/** All conversations of a visitor or customer on a site; answers how many were erased. */
export async function eraseAllOf(
  store: EraseStore,
  site: string,
  who: { visitor: string } | { customer: string },
  erasure: Erasure,
): Promise<number> {
  const rows = await store.conversationsOf(site, who);
  return eraseEach(
    store,
    rows.map((row) => row.id),
    erasure,
  );
}

const page = 200;

/**
 * Erases the site's conversations in which nothing has happened since `before` (epoch ms); answers how many.
 * `onProgress` hears the number after each page.
 */
export async function eraseOlderThan(
  store: EraseStore,
  site: string,
  before: number,
  erasure: Erasure,
  onProgress?: (erased: number) => void,
): Promise<number> {
  let erased = 0;
  let after = '';
  for (;;) {
    const ids = await store.conversationIds({ after, limit: page, site, before });
    // Whoever writes into one of these before its turn comes keeps it.
    erased += await eraseEach(store, ids, erasure, before);
    onProgress?.(erased);
    if (ids.length < page) return erased;
    after = ids.at(-1)!;
  }
}

async function eraseEach(
  store: EraseStore,
  ids: string[],
  { by, why, at, left }: Erasure,
  before?: number,
): Promise<number> {
  let erased = 0;
  for (const id of ids) {
    const done = await store.erase(id, by, why, at, before);
    if (done === true) erased += 1;
    if (done === 'under-way') left?.(id);
  }
  return erased;
}
