// The business's API hangs: how long until the customer hears an honest sentence, with the breaker closed and open.
import { resolve } from 'node:path';
import { serveApi } from '../../demo/business/serve-api.ts';
import { createShopApi } from '../../demo/shop-api/shop-api.ts';
import { openFor } from '../../server/act/breakers.ts';
import { createOutboundFetch } from '../../server/act/outbound-fetch.ts';
import type { Brain } from '../../server/brain.ts';
import { systemClock } from '../../server/clock.ts';
import { compose } from '../../server/compose.ts';
import { createTake } from '../../server/intake/take.ts';
import { loadSite } from '../../server/site/load-site.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { SiteModel } from '../../server/understand/site-model.ts';
import type { Understanding } from '../../shared/understanding.ts';

interface Result {
  /** ms from the message to the sentence, worst of those while the breaker was closed, and open. */
  closedMs: number;
  openMs: number;
  /** ms from the press to the sentence, the run itself hanging. */
  pressedMs: number;
  /** After recovery the action was offered again, by itself. */
  offeredAgain: boolean;
  /** Sentences that were not honest about it: none of them said that it could not be reached, or not be known. */
  dishonest: number;
  bars: { closedMs: number; openMs: number };
}

const brain: Brain = { prepare: () => Promise.resolve(), model: () => ({}) as SiteModel, ready: true };
const reading: Understanding = {
  intents: [{ id: 'cancel-order', confidence: 1 }],
  outOfScope: 0,
  mood: { frustration: 0, urgency: 0, confusion: 0 },
  distress: false,
  entities: [],
  topics: [],
  language: 'en',
  wantsPerson: false,
  further: [],
};
const honest = /can’t reach the system|don’t know yet whether/;

export async function run(): Promise<Result> {
  const shop = await serveApi(createShopApi({ token: 'kiln-demo-token' }), 0);
  const site = await loadSite(resolve('demo/sites/shop'), { env: {}, apiBase: shop.url });
  const store = createMemoryStore();
  let ids = 0;
  const parts = compose({
    store,
    sites: new Map([[site.id, site]]),
    brain,
    clock: systemClock,
    newId: () => `id${++ids}`,
    fetch: globalThis.fetch,
    outbound: createOutboundFetch(),
    reader: async () => ({ reading, passages: [] }),
    failed: (where, error) => console.error(where, error),
  });
  const take = createTake({
    append: parts.record.append,
    load: parts.record.load,
    turn: (id, seq) => void parts.turns.take(id, seq),
    now: Date.now,
  });
  let dishonest = 0;
  const hang = (endpoint: string) =>
    fetch(`${shop.url}/faults`, { method: 'POST', body: JSON.stringify({ endpoint, kind: 'hang' }) });
  const saidIn = async (id: string, since: number) =>
    (await store.read(id, since)).flatMap((event) =>
      event.type === 'message' && event.from !== 'customer' ? [event.text] : [],
    );
  const begin = async (n: string) => {
    const { row } = await parts.record.begin({
      id: n,
      site: site.id,
      channel: 'web',
      visitor: n,
      customer: null,
      at: Date.now(),
      events: [
        { type: 'opened', visitor: n, channel: 'web', locale: 'en', site: site.id },
        { type: 'identified', customer: 'cust-one', name: 'Nils' },
      ],
    });
    return { site, visitor: n, conversation: row.id };
  };
  /** ms until all that the turn says is said. */
  const timed = async (conversation: string, work: () => Promise<unknown>): Promise<number> => {
    const before = (await store.read(conversation)).length;
    const started = performance.now();
    await work();
    await parts.lanes.idle();
    const ms = performance.now() - started;
    if (!(await saidIn(conversation, before)).some((text) => honest.test(text))) dishonest += 1;
    return ms;
  };
  const ask = async (n: string) => {
    const who = await begin(n);
    return timed(who.conversation, () => take.message(who, { id: 'm', text: 'Cancel my order.' }));
  };

  try {
    // The run hangs, after a card that came about in health.
    const well = await begin('pressed');
    await take.message(well, { id: 'm', text: 'Cancel my order.' });
    await parts.lanes.idle();
    const question = (await parts.record.load('pressed'))?.conversation.view.open ?? '';
    await hang('POST /orders/*/cancel');
    await new Promise((go) => setTimeout(go, 600));
    const pressedMs = await timed('pressed', () => take.choice(well, { id: 'p', question, choice: 'do' }));
    // Everything hangs: breakers are closed for five calls, then open.
    await hang('*');
    const closed: number[] = [];
    for (let n = 0; n < 5; n += 1) closed.push(await ask(`closed${n}`));
    const open: number[] = [];
    for (let n = 0; n < 5; n += 1) open.push(await ask(`open${n}`));
    await fetch(`${shop.url}/faults`, { method: 'DELETE' });
    await new Promise((go) => setTimeout(go, openFor + 100));
    const after = await begin('after');
    await take.message(after, { id: 'm', text: 'Cancel my order.' });
    await parts.lanes.idle();
    const offeredAgain = (await parts.record.load('after'))?.conversation.view.open !== undefined;
    return {
      closedMs: Math.round(Math.max(...closed)),
      openMs: Math.round(Math.max(...open)),
      pressedMs: Math.round(pressedMs),
      offeredAgain,
      dishonest,
      bars: { closedMs: 2_500, openMs: 300 },
    };
  } finally {
    await shop.close();
  }
}
