// Many customers of one site who cancel their flights, through the real intake, turns, rules, rungs and alerts over
// the store in memory; readings, the business and the time are made up.
import type { Brain } from '../../server/brain.ts';
import { type SimulatedClock, simulatedClock } from '../../server/clock.ts';
import { compose, type Parts } from '../../server/compose.ts';
import { createTake } from '../../server/intake/take.ts';
import type { Site } from '../../server/site/site.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { SiteModel } from '../../server/understand/site-model.ts';
import type { Event, EventBody } from '../../shared/events.ts';
import type { Alert } from '../../shared/protocol.ts';
import { means } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';

export const webhookSecret = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;

export interface Hook {
  headers: Headers;
  body: string;
}

export interface SurgeWorld {
  parts: Parts;
  store: Store;
  site: Site;
  clock: SimulatedClock;
  /** Idempotency keys of what the business was asked to do. */
  runs: string[];
  hooks: Hook[];
  /** What the webhook answers next; 200 when none is left. */
  hookAnswers: number[];
  alerts: Alert[];
  failures: string[];
  /** A new customer asks to cancel; gives the conversation. */
  ask(): Promise<string>;
  /** Presses the card's button, if there is one. */
  press(conversation: string): Promise<void>;
  events(conversation: string): Promise<Event[]>;
  /** What is due by now. */
  due(): Promise<void>;
}

const brain: Brain = { prepare: () => Promise.resolve(), model: () => ({}) as SiteModel, ready: true };
const bound = { action: 'cancel-flight', arguments: {}, hash: 'h' };

/**
 * `history`: times (epoch ms) at which the action was confirmed before `start`; `storeOf` changes the store that the
 * house is given.
 */
export async function createSurgeWorld(
  start: number,
  history: number[],
  more: Partial<Site> = {},
  storeOf: (store: Store) => Store = (store) => store,
): Promise<SurgeWorld> {
  const site = testSite({
    hours: {
      timeZone: 'UTC',
      week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]])),
      holidays: [],
    },
    alerts: { webhook: 'https://hooks.test/handrail', secret: webhookSecret },
    ...more,
  });
  const clock = simulatedClock(start);
  const store = createMemoryStore();
  const opened: EventBody = { type: 'opened', visitor: 'past', channel: 'web', locale: 'en', site: site.id };
  await store.begin({
    id: 'past',
    site: site.id,
    channel: 'web',
    visitor: 'past',
    customer: null,
    at: Math.min(start, ...history.slice(0, 1)),
    events: [opened],
  });
  for (const [n, at] of history.entries()) {
    const confirmed: EventBody = { type: 'confirmed', proposal: `past-${n}`, ...bound };
    await store.append({ conversation: 'past', at, events: [confirmed] });
  }
  const world = {
    store,
    site,
    clock,
    runs: [],
    hooks: [],
    hookAnswers: [],
    alerts: [],
    failures: [],
  } as Pick<
    SurgeWorld,
    'store' | 'site' | 'clock' | 'runs' | 'hooks' | 'hookAnswers' | 'alerts' | 'failures'
  >;
  let ids = 0;
  const parts = compose({
    store: storeOf(store),
    sites: new Map([[site.id, site]]),
    brain,
    clock,
    newId: () => `id${++ids}`,
    reader: async () => ({ reading: means('cancel-flight'), passages: [] }),
    failed: (where, error) => world.failures.push(`${where}: ${error}`),
    fetch: async (input, init) => {
      const url = new URL(String(input));
      if (url.hostname === 'hooks.test') {
        world.hooks.push({ headers: new Headers(init?.headers), body: String(init?.body) });
        return new Response('', { status: world.hookAnswers.shift() ?? 200 });
      }
      const one = { id: 'ME204', name: 'flight ME204', status: 'active' };
      if (init?.method === 'GET') return Response.json({ bookings: [one], bags: [] });
      world.runs.push(new Headers(init?.headers).get('idempotency-key') ?? '');
      return Response.json({ reference: 'R1' });
    },
  });
  parts.alerts.listen((_, alert) => world.alerts.push(alert));
  const take = createTake({
    append: parts.record.append,
    load: parts.record.load,
    turn: (id, seq) => void parts.turns.take(id, seq),
    now: () => clock.now(),
  });
  let customers = 0;
  const who = (conversation: string) => ({ site, visitor: `v-${conversation}`, conversation });
  return {
    ...world,
    parts,
    events: (id) => store.read(id),
    async ask() {
      const id = `c${++customers}`;
      const visitor = `v-${id}`;
      await parts.record.begin({
        id,
        site: site.id,
        channel: 'web',
        visitor,
        customer: id,
        at: clock.now(),
        events: [
          { ...opened, visitor },
          { type: 'identified', customer: id },
        ],
      });
      await take.message(who(id), { id: `m-${id}`, text: 'cancel my flight' });
      await parts.lanes.idle();
      return id;
    },
    async press(id) {
      const question = (await parts.record.load(id))?.conversation.view.open;
      if (question) await take.choice(who(id), { id: `p-${id}`, question, choice: 'do' });
      await parts.lanes.idle();
    },
    due: () => parts.timers.run(),
  };
}
