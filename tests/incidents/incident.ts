// A conversation with a demo business as it really is: its site, its trained brain, its API, all in this process
// and under a clock that moves only when the test moves it.
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { createAirlineApi } from '../../demo/airline-api/airline-api.ts';
import { createShopApi } from '../../demo/shop-api/shop-api.ts';
import { advance } from '../../server/advance.ts';
import { createBrain } from '../../server/brain.ts';
import { type SimulatedClock, simulatedClock } from '../../server/clock.ts';
import { compose } from '../../server/compose.ts';
import { createTake, type Taken } from '../../server/intake/take.ts';
import { exportLines } from '../../server/record/export.ts';
import { loadSite } from '../../server/site/load-site.ts';
import type { Site } from '../../server/site/site.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { trainIntents } from '../../server/understand/train-intents.ts';
import type { Conversation, QuestionEntry } from '../../shared/conversation.ts';
import type { Event, EventOf, EventType } from '../../shared/events.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
/** Models are trained once for all tests and kept by a hash of what they are trained from. */
const dataDir = `${project}node_modules/.cache/handrail`;
const apis = { airline: createAirlineApi, shop: createShopApi };
const sites = new Map<string, Promise<Site>>();
/** A Monday morning, when somebody is on duty. */
const start = Date.UTC(2026, 10, 23, 9);

export type Business = keyof typeof apis;

function siteOf(business: Business): Promise<Site> {
  const known = sites.get(business);
  if (known) return known;
  const loaded = loadSite(`${project}demo/sites/${business}`, { env: {}, apiBase: 'http://business.test' });
  sites.set(business, loaded);
  return loaded;
}

export interface Desk {
  claim(): Promise<void>;
  takeOver(): Promise<void>;
  reply(text: string): Promise<void>;
  note(text: string): Promise<void>;
  giveBack(): Promise<void>;
  resolve(outcome: string): Promise<void>;
}

export type Incident = Awaited<ReturnType<typeof incident>>;

interface IncidentOptions {
  /** As if other nodes used the store. */
  several?: boolean;
  /** Changes the store that the server is given. */
  storeOf?(store: Store, clock: SimulatedClock): Store;
}

/** Begins a conversation as that demo customer (absent: nobody in particular); it has been greeted. */
export async function incident(
  business: Business,
  as?: string,
  locale = 'en',
  { several = false, storeOf = (store) => store }: IncidentOptions = {},
) {
  const site = await siteOf(business);
  const clock = simulatedClock(start);
  const api = apis[business]({ now: () => new Date(clock.now()), seedDate: new Date(start) });
  const failures: unknown[] = [];
  let gate: Promise<void> | undefined;
  let arrived = () => {};
  const brain = createBrain({ dataDir, train: trainIntents });
  await brain.prepare(site);
  const parts = compose({
    store: storeOf(createMemoryStore(), clock),
    several,
    sites: new Map([[site.id, site]]),
    brain,
    clock,
    newId: randomUUID,
    fetch: async (url, init) => {
      if (gate) arrived();
      await gate;
      return api.fetch(new Request(url, init));
    },
    failed: (where, error) => {
      // The masks' time limit is of this machine's time: under load it may say so.
      if (where !== 'mask') failures.push(error);
    },
  });
  onTestFinished(() => {
    if (failures.length > 0) throw failures[0];
  });
  const beat = parts.beat({ restated: () => undefined, moved: () => undefined });
  const events: Event[] = [];
  parts.hub.listen((batch) => void events.push(...batch.events));
  const { visitor, row } = await parts.arrival.arrive({
    site,
    locale,
    ...(as ? { identity: { customer: as } } : {}),
  });
  const who = { site, visitor, conversation: row.id };
  const take = createTake({
    append: parts.record.append,
    load: parts.record.load,
    turn: (id, seq) => {
      if (held) held.push(seq);
      else void parts.turns.take(id, seq);
    },
    now: clock.now,
  });
  await parts.turns.greet(row.id);
  let mark = 0;
  let held: number[] | undefined;

  const conversation = async (): Promise<Conversation> => (await parts.record.load(row.id))!.conversation;
  /** What the customer does; `since` begins anew with it. */
  const act = async (doing: () => Promise<Taken | Taken[]>): Promise<Event[]> => {
    mark = events.length;
    for (const taken of [await doing()].flat()) if (!taken.ok) throw new Error(taken.error.code);
    await parts.lanes.idle();
    return since();
  };
  /** The same, without waiting for what becomes of it. */
  const begin = async (doing: () => Promise<Taken>): Promise<void> => {
    mark = events.length;
    const taken = await doing();
    if (!taken.ok) throw new Error(taken.error.code);
  };
  const since = () => events.slice(mark);
  const id = () => randomUUID();
  const of = <T extends EventType>(type: T, among = events) =>
    among.filter((event): event is EventOf<T> => event.type === type);
  const question = async (): Promise<QuestionEntry['question'] | undefined> => {
    const { view } = await conversation();
    const entry = view.entries.findLast((one) => one.kind === 'question' && one.question.id === view.open);
    return entry?.kind === 'question' ? entry.question : undefined;
  };

  return {
    events,
    site,
    model: brain.model(site.id)!,
    conversation,
    /** The log as `handrail export` prints it. */
    async log(): Promise<string> {
      let text = '';
      for await (const line of exportLines(parts.store, { conversation: row.id })) text += line;
      return text;
    },
    question,
    since,
    of,
    say: (text: string) => act(() => take.message(who, { id: id(), text })),
    /** Several messages, so many ms apart, all sent before the first one is read, so many ms after the last. */
    burst: (texts: string[], apart = 0, late = 0) =>
      act(async () => {
        held = [];
        const taken: Taken[] = [];
        for (const text of texts) {
          if (taken.length > 0) clock.set(clock.now() + apart);
          taken.push(await take.message(who, { id: id(), text }));
        }
        clock.set(clock.now() + late);
        const turns = held;
        held = undefined;
        for (const seq of turns) void parts.turns.take(row.id, seq);
        return taken;
      }),
    /** A choice of the open question, by its id or label. */
    async press(choice: string) {
      const open = await question();
      const pressed = open?.choices.find((one) => one.id === choice || one.label === choice);
      if (!open || !pressed) throw new Error(`there is no ${choice} to press`);
      return act(() => take.choice(who, { id: id(), question: open.id, choice: pressed.id }));
    },
    /** Takes back what the last receipt says was done. */
    undo: () => act(() => take.undo(who, { id: id(), proposal: of('ran').at(-1)?.proposal ?? 'none' })),
    human: () => act(() => take.human(who, { id: id() })),
    pass: (ms: number) => advance(parts, clock, beat, ms),
    /** What the assistant and the system said since the customer's last doing, cards and labels included. */
    said(among = since()): string {
      return among.flatMap(shown).join('\n');
    },
    /** What the business has really done. */
    async effects(): Promise<{ kind: string; subject: string }[]> {
      const answer = await api.request('/effects');
      return ((await answer.json()) as { effects: { kind: string; subject: string }[] }).effects;
    },
    /** The business does not answer until the returned function is called. */
    hold(): () => void {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        gate = undefined;
        release();
      };
    },
    /** Writes without waiting for the answer. */
    write: (text: string) => begin(() => take.message(who, { id: id(), text })),
    /** Does it while the business is asked for what its turn has to know; resolves when that turn has ended. */
    async meanwhile(doing: { write: string } | { press: string }, then: () => Promise<void>): Promise<void> {
      const release = this.hold();
      const asked = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      if ('write' in doing) await this.write(doing.write);
      else {
        const { id: open = '' } = (await question()) ?? {};
        await begin(() => take.choice(who, { id: id(), question: open, choice: doing.press }));
      }
      await asked;
      await then();
      release();
      await parts.lanes.idle();
    },
    settled: () => parts.lanes.idle(),
    /** The line as the agents see it. */
    waiting: () => parts.desk.queue([site.id]),
    /** Switches a fault of the business's API on. */
    async fault(fault: { endpoint: string; kind: string; after?: boolean; status?: number }): Promise<void> {
      const body = JSON.stringify(fault);
      const answer = await api.request('/faults', { method: 'POST', body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    /** Someone on duty, who can take the conversation. */
    async agent(name: string): Promise<Desk> {
      const agent = {
        id: name,
        email: `${name}@demo.test`,
        name,
        password: '',
        sites: [site.id],
        disabled: false,
      };
      await parts.store.addAgent(agent);
      await parts.desk.seen(name);
      await parts.desk.setAvailable(name, true);
      const done = async (result: Promise<{ ok: boolean }>) => {
        const settled = await result;
        if (!settled.ok) throw new Error(JSON.stringify(settled));
      };
      return {
        claim: () => done(parts.desk.claim(agent, row.id)),
        takeOver: () => done(parts.desk.takeover(agent, row.id)),
        note: (text) => done(parts.desk.note(agent, row.id, id(), text)),
        reply: (text) => done(parts.desk.reply(agent, row.id, id(), text)),
        async giveBack() {
          await done(parts.desk.giveBack(agent, row.id));
          await parts.turns.returned(row.id);
        },
        resolve: (outcome) => done(parts.desk.resolve(agent, row.id, { outcome, correct: true })),
      };
    },
  };
}

/** The texts of an event that the customer reads. */
function shown(event: Event): string[] {
  if (event.type === 'message') return event.from === 'customer' ? [] : [event.text];
  if (event.type === 'handoff') return [event.text];
  if (event.type !== 'question') return [];
  const { title, effect, money, undoable } = event.card ?? {};
  const texts = [event.text, title, effect, money, undoable, ...event.choices.map(({ label }) => label)];
  return texts.filter((text) => text !== undefined);
}
