// One conversation in the real house, for model checking: real intake, turn, decide, gate, record, desk and fold
// over the store in memory. Only three things are made up: what the brain reads (anything at all), what the
// business answers (anything at all), and the time.

import { advance } from '../../server/advance.ts';
import type { Beat } from '../../server/beat.ts';
import type { Brain } from '../../server/brain.ts';
import { type SimulatedClock, simulatedClock } from '../../server/clock.ts';
import { compose, type Parts } from '../../server/compose.ts';
import { type Asking, createTake, type Take } from '../../server/intake/take.ts';
import type { Site } from '../../server/site/site.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { findPassages } from '../../server/understand/find-passages.ts';
import type { SiteModel } from '../../server/understand/site-model.ts';
import type { RolloutMode } from '../../shared/ladder.ts';
import type { Understanding } from '../../shared/understanding.ts';
import { promisingSite } from '../helpers/promising-site.ts';
import { testSite } from '../helpers/test-site.ts';

export type BusinessAnswer = 'done' | 'refused' | 'error' | 'html' | 'reset' | 'unreachable' | 'never';

/** A call that changes something, as the business's side counted it. */
export interface BusinessCall {
  path: string;
  key: string;
  body: unknown;
}

export interface ModelWorld {
  parts: Parts;
  take: Take;
  who: Asking;
  clock: SimulatedClock;
  store: Store;
  site: Site;
  agents: { id: string; name: string; sites: string[] }[];
  calls: BusinessCall[];
  failures: string[];
  /** What the brain will read in a text. */
  reads: Map<string, Understanding>;
  /** How the business answers the next calls; `done` when none is left. */
  answers: BusinessAnswer[];
  /** Every action stands on this rung from now on. */
  rung(mode: RolloutMode): Promise<void>;
  /** Every action is held for people, as after a surge; or a person has ended that. */
  hold(on: boolean): Promise<void>;
  /** Where the actions stood so far, each with the log's last seq when it began. */
  modes: { seq: number; mode: RolloutMode; held: boolean }[];
  bookings: { id: string; name: string; status: string }[];
  bags: { id: string; name: string }[];
  /** The process dies in the middle of whatever it does, and another takes over on the same store. */
  restart(): void;
  /** What it asks of this process; given up when the process dies, as a page gives up on a lost connection. */
  ask(work: Promise<unknown>): Promise<void>;
  /** Lets `ms` pass, with all that comes due. */
  pass(ms: number): Promise<void>;
  /** Resolves when nothing is under way. */
  rest(): Promise<void>;
}

const start = Date.UTC(2026, 10, 21, 9);
const brain: Brain = { prepare: () => Promise.resolve(), model: () => ({}) as SiteModel, ready: true };

export async function createModelWorld(siteMore: Partial<Site> = {}): Promise<ModelWorld> {
  const site = testSite({
    ...promisingSite({ risk: 'destructive' }),
    hours: {
      timeZone: 'UTC',
      week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]])),
      holidays: [],
    },
    ...siteMore,
  });
  const clock = simulatedClock(start);
  const store = createMemoryStore();
  const agents = ['mia', 'noah'].map((id) => ({ id, name: id, sites: [site.id] }));
  for (const agent of agents) {
    await store.addAgent({ ...agent, email: `${agent.id}@test`, password: '', disabled: false });
  }
  let ids = 0;
  const world = {
    store,
    clock,
    site,
    agents,
    calls: [],
    failures: [],
    reads: new Map(),
    answers: [],
    modes: [{ seq: 0, mode: 'autonomous', held: false }],
    bookings: [],
    bags: [],
  } as unknown as ModelWorld;
  let beat: Beat;
  let death: Promise<void>;

  function live(): void {
    let alive = true;
    let die = (): void => undefined;
    death = new Promise((resolve) => {
      die = resolve;
    });
    const mine = mortal(store, () => alive);
    const parts = compose({
      store: mine,
      sites: new Map([[site.id, site]]),
      brain,
      clock,
      newId: () => `id${++ids}`,
      fetch: business(world, () => alive),
      reader: async (_, { text }) => {
        const reading = world.reads.get(text) ?? nothing;
        return { reading, passages: findPassages(site, text, reading.language) };
      },
      failed: (where, error) =>
        alive && world.failures.push(`${where}: ${error instanceof Error ? error.message : error}`),
    });
    world.parts = parts;
    beat = parts.beat({ restated: () => undefined, moved: () => undefined });
    world.take = createTake({
      append: parts.record.append,
      load: parts.record.load,
      turn: (id, seq) => void parts.turns.take(id, seq),
      now: () => clock.now(),
    });
    world.restart = () => {
      alive = false;
      die();
      live();
    };
  }
  live();

  const begun = await world.parts.record.begin({
    id: 'c1',
    site: site.id,
    channel: 'web',
    visitor: 'v1',
    customer: 'cust',
    at: clock.now(),
    events: [
      { type: 'opened', visitor: 'v1', channel: 'web', locale: 'en', site: site.id },
      { type: 'identified', customer: 'cust', name: 'Ada' },
    ],
  });
  const stands = async (): Promise<void> => {
    const row = await store.conversation('c1');
    const [one] = await world.parts.rungs.standing(site);
    if (one) world.modes.push({ seq: row?.seq ?? 0, mode: one.mode, held: one.held });
  };
  world.rung = async (mode) => {
    for (const action of site.actions) action.rollout = { mode, share: 1 };
    await stands();
  };
  world.hold = async (on) => {
    const { rungs } = world.parts;
    for (const { action, mode } of await rungs.standing(site)) {
      if (on) await rungs.hold(site, action.id, 'too many', undefined);
      else await rungs.step(site, action.id, { to: mode, by: 'mia', why: 'looked at' });
    }
    await stands();
  };
  world.who = { site, visitor: 'v1', conversation: begun.row.id };
  world.bookings = [{ id: 'ME204', name: 'flight ME204', status: 'active' }];
  world.bags = [{ id: 'bag-1', name: 'bag on ME204' }];
  // Somebody is there to approve, until a step says otherwise.
  await world.parts.desk.setAvailable('mia', true, 2);
  await world.parts.turns.greet('c1');
  world.ask = async (work) => void (await Promise.race([work, death]));
  world.rest = () => world.ask(world.parts.lanes.idle());
  world.pass = (ms) => world.ask(advance(world.parts, clock, beat, ms));
  return world;
}

const nothing: Understanding = {
  intents: [],
  outOfScope: 1,
  mood: { frustration: 0, urgency: 0, confusion: 0 },
  distress: false,
  entities: [],
  topics: [],
  language: 'en',
  wantsPerson: false,
  further: [],
};

/** A store whose calls end with the process: what a dead process asks is neither done nor answered. */
function mortal(store: Store, alive: () => boolean): Store {
  const entries = Object.entries(store).map(([name, method]) => [
    name,
    (...args: unknown[]) =>
      alive() ? (method as (...rest: unknown[]) => unknown)(...args) : new Promise(() => undefined),
  ]);
  return Object.fromEntries(entries) as Store;
}

function business(world: ModelWorld, alive: () => boolean): typeof globalThis.fetch {
  const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status });
  return async (input, init) => {
    const path = new URL(String(input)).pathname;
    if (!alive()) return new Promise(() => undefined);
    if (init?.method === 'GET') return json({ bookings: world.bookings, bags: world.bags });
    const key = new Headers(init?.headers).get('idempotency-key') ?? '';
    const answer = world.answers.shift() ?? 'done';
    if (answer === 'unreachable')
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    world.calls.push({ path, key, body: JSON.parse(String(init?.body ?? 'null')) });
    if (answer === 'never') {
      // The process dies while it waits: that is a restart of this world.
      world.restart();
      return new Promise(() => undefined);
    }
    if (answer === 'refused') return json({ error: 'no' }, 409);
    if (answer === 'error') return json({}, 500);
    if (answer === 'html') return new Response('<html>', { status: 200 });
    if (answer === 'reset') throw new TypeError('terminated');
    return json({ reference: `R${world.calls.length}` });
  };
}
