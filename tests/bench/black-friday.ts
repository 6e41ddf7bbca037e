// The replay behind `bench -- promises`: the shop's own API and folder, the whole house over the store in memory, and
// a day on which others buy all the while. The truth is counted at the shop's books, never in the house.
import { fileURLToPath } from 'node:url';
import { available, orderProduct } from '../../demo/shop-api/shelf.ts';
import { createShopApi } from '../../demo/shop-api/shop-api.ts';
import type { Product, ShopState } from '../../demo/shop-api/shop-state.ts';
import type { Brain } from '../../server/brain.ts';
import { simulatedClock } from '../../server/clock.ts';
import { compose } from '../../server/compose.ts';
import { createTake } from '../../server/intake/take.ts';
import { loadSite } from '../../server/site/load-site.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';
import type { SiteModel } from '../../server/understand/site-model.ts';
import type { Event } from '../../shared/events.ts';
import type { Understanding } from '../../shared/understanding.ts';

export interface Replay {
  questions: number;
  seed: number;
  /** How far the stock feed lags behind the truth, ms. */
  lag: number;
}

export interface Replayed {
  asked: number;
  /** There was a piece that nobody had when the question came. */
  promisable: number;
  promised: number;
  /** Promised although there was none, or ordered on the promise and refused. */
  broken: number;
  /** What an assistant that answers from the lagging feed would have promised although there was none. */
  naiveBroken: number;
  ordered: number;
  declined: number;
  /** Left without an answer, until the hold ran out. */
  left: number;
  /** Still set aside in the end. */
  stuck: number;
  soldElsewhere: number;
  failures: number;
  seed: number;
  seconds: number;
}

const minute = 60_000;
const dayLength = 10 * 60 * minute;
const start = Date.UTC(2026, 10, 27, 8);
const wares = 60;
const brain: Brain = { prepare: () => Promise.resolve(), model: () => ({}) as SiteModel, ready: true };

/** A clear request to order what is on the wish list. */
const reading: Understanding = {
  intents: [{ id: 'order-wish', confidence: 1 }],
  outOfScope: 0,
  mood: { frustration: 0, urgency: 0, confusion: 0 },
  distress: false,
  entities: [],
  topics: [],
  language: 'en',
  wantsPerson: false,
  further: [],
};

export async function replayBlackFriday({ questions, seed, lag }: Replay): Promise<Replayed> {
  const began = Date.now();
  const random = seededRandom(seed);
  const clock = simulatedClock(start);
  const state = books(questions, random);
  const api = createShopApi({
    token: 'kiln-demo-token',
    now: () => new Date(clock.now()),
    seed: () => state,
  });
  const site = await loadSite(fileURLToPath(new URL('../../demo/sites/shop', rootOf())), {
    env: {},
    apiBase: 'http://127.0.0.1:1',
  });
  const store = createMemoryStore();
  let failures = 0;
  let ids = 0;
  const parts = compose({
    store,
    sites: new Map([[site.id, site]]),
    brain,
    clock,
    newId: () => `id${++ids}`,
    fetch: async (input, init) => api.request(String(input).replace('http://127.0.0.1:1', ''), init),
    reader: async () => ({ reading, passages: [] }),
    failed: () => {
      failures += 1;
    },
  });
  const take = createTake({
    append: parts.record.append,
    load: parts.record.load,
    turn: (id, seq) => void parts.turns.take(id, seq),
    now: () => clock.now(),
  });

  const counted = { promisable: 0, promised: 0, broken: 0, naiveBroken: 0, ordered: 0, declined: 0, left: 0 };
  let soldElsewhere = 0;
  /** What the feed says, by minute: stock as it was. */
  const feed: Map<string, number>[] = [];
  const left = (product: Product) => available(state, product, clock.now());

  /** Other channels sell all the while; the shelf is filled up twice. */
  function meanwhile(until: number): void {
    for (let at = start + feed.length * minute; at <= until; at += minute) {
      clock.set(at);
      feed.push(new Map(state.products.map((product) => [product.sku, left(product)])));
      const elapsed = (at - start) / dayLength;
      for (const product of state.products) {
        if ((feed.length - 1) % 240 === 239) product.stock += Math.floor(random() * 30);
        if (random() > 0.35 * (0.4 + elapsed) || left(product) < 1) continue;
        const by = { key: `web${++ids}`, customer: 'web', address: 'Somewhere 1' };
        if (orderProduct(state, product, by, clock.now()).ok) soldElsewhere += 1;
      }
    }
    clock.set(until);
  }

  const times = Array.from({ length: questions }, () => start + dayLength * random() ** 0.7).sort(
    (a, b) => a - b,
  );
  for (const [n, time] of times.entries()) {
    meanwhile(Math.round(time));
    await parts.timers.run();
    await parts.lanes.idle();
    const customer = `c${n}`;
    const product = state.products.find(({ sku }) => sku === state.customers[n]!.wishes[0])!;
    const lagging = feed[Math.max(0, feed.length - 1 - Math.round(lag / minute))]!;
    const told = lagging.get(product.sku) ?? 0;
    await store.putFacts(
      {
        site: site.id,
        customer,
        fact: 'wishlist',
        at: clock.now() - lag,
        items: [
          {
            sku: product.sku,
            name: product.name,
            price: product.price,
            stock: told,
            arrivesOn: '2026-11-30',
          },
        ],
      },
      0,
    );
    const free = left(product);
    if (free > 0) counted.promisable += 1;
    if (told > 0 && free < 1) counted.naiveBroken += 1;
    const { row } = await parts.record.begin({
      id: `k${n}`,
      site: site.id,
      channel: 'web',
      visitor: `v${n}`,
      customer,
      at: clock.now(),
      events: [
        { type: 'opened', visitor: `v${n}`, channel: 'web', locale: 'en', site: site.id },
        { type: 'identified', customer, name: 'Ada' },
      ],
    });
    const who = { site, visitor: `v${n}`, conversation: row.id };
    await take.message(who, { id: `m${n}`, text: 'When would it arrive if I order it now?' });
    await parts.lanes.idle();
    const events = await store.read(row.id);
    const card = promiseIn(events);
    if (!card) continue;
    counted.promised += 1;
    if (free < 1) counted.broken += 1;
    await answer(who, n, card);
  }
  // The rest of the holds run out.
  meanwhile(start + dayLength + 30 * minute);
  await parts.timers.run();
  await parts.lanes.idle();
  await parts.timers.run();
  await parts.lanes.idle();
  const { holds } = state;
  return {
    asked: questions,
    ...counted,
    stuck: [...holds.values()].filter(({ status, until }) => status === 'held' && until > clock.now()).length,
    soldElsewhere,
    failures,
    seed,
    seconds: Math.round((Date.now() - began) / 1000),
  };

  /** A third order, a third decline, the others go away. */
  async function answer(who: Parameters<typeof take.choice>[0], n: number, question: string): Promise<void> {
    const lot = random();
    if (lot > 0.67) {
      counted.left += 1;
      return;
    }
    const choice = lot < 0.4 ? 'do' : 'keep';
    // D2: what is pressed in the first half second counts for nothing.
    clock.set(clock.now() + 600);
    await take.choice(who, { id: `p${n}`, question, choice });
    await parts.lanes.idle();
    if (choice === 'keep') {
      counted.declined += 1;
      return;
    }
    const ran = (await store.read(who.conversation)).find(({ type }) => type === 'ran');
    if (ran?.type === 'ran' && ran.outcome === 'done') counted.ordered += 1;
    else counted.broken += 1;
  }
}

/** The question under the promise, when one was made. */
function promiseIn(events: Event[]): string | undefined {
  const said = events.some((event) => event.type === 'message' && event.text.includes('arrives on'));
  const card = events.find((event) => event.type === 'question' && event.kind === 'confirm');
  return said && card?.type === 'question' ? card.id : undefined;
}

function books(customers: number, random: () => number): ShopState {
  const products = Array.from({ length: wares }, (_, n): Product => {
    return {
      sku: `ware-${n}`,
      name: `Ware ${n}`,
      price: 20 + n,
      stock: 20 + Math.floor(random() * 160),
      days: 2,
    };
  });
  return {
    products,
    customers: Array.from({ length: customers }, (_, n) => ({
      id: `c${n}`,
      name: `Customer ${n}`,
      // Some wares are wanted far more than others.
      wishes: [`ware-${Math.floor(wares * random() ** 2)}`],
    })),
    orders: [],
    subscriptions: [],
    holds: new Map(),
    counter: 0,
  };
}

/** The bench runs from its bundle, wherever that stands: the project is the working folder. */
function rootOf(): string {
  return new URL('tests/bench/', `file://${process.cwd()}/`).href;
}
