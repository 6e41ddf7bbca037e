// A desk on a real store in memory and the real recorder, with a clock that only the test moves.

import { createDesk } from '../../server/handoff/desk.ts';
import type { Acting } from '../../server/handoff/desk-ports.ts';
import { createRecorder } from '../../server/record/recorder.ts';
import type { Site } from '../../server/site/site.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { findPassages } from '../../server/understand/find-passages.ts';
import type { EventBody, EventOf, EventType, Wait } from '../../shared/events.ts';
import { testSite } from '../helpers/test-site.ts';

const minute = 60_000;

/** `storeOf` changes the store that the recorder writes to. */
export async function deskWorld(options: { site?: Partial<Site>; storeOf?: (store: Store) => Store } = {}) {
  const clock = { now: Date.UTC(2026, 2, 2, 10) };
  const opened = openSqliteStore({ file: ':memory:' });
  const store = options.storeOf?.(opened) ?? opened;
  const desks: ReturnType<typeof createDesk>[] = [];
  const recorder = createRecorder({
    store,
    publish: (publication) => {
      for (const desk of desks) desk.heard(publication);
    },
  });
  const site = testSite(options.site);
  const sites = new Map([[site.id, site]]);
  const newDesk = () => {
    const desk = createDesk({ store, recorder, sites, now: () => clock.now }, (about, text, locale) =>
      findPassages(about, text, locale, true),
    );
    desks.push(desk);
    return desk;
  };
  let conversations = 0;

  return {
    store,
    recorder,
    site,
    clock,
    desk: newDesk(),
    newDesk,

    /** An agent who is there, with room for three unless said otherwise. */
    async agent(
      name: string,
      capacity = 3,
      of: string[] = [site.id],
      role: { supervisor?: boolean; teams?: string[] } = {},
    ): Promise<Acting> {
      const agent = { id: name.toLowerCase(), name, sites: of, ...role };
      await store.addAgent({ ...agent, email: `${agent.id}@test`, password: 'scrypt$none', disabled: false });
      await this.desk.seen(agent.id);
      await this.desk.setAvailable(agent.id, true, capacity);
      return agent;
    },

    async begin(...bodies: EventBody[]): Promise<string> {
      const id = `c${++conversations}`;
      const opened: EventBody = {
        type: 'opened',
        visitor: `v-${id}`,
        channel: 'web',
        locale: 'en',
        site: site.id,
      };
      await recorder.begin({
        id,
        site: site.id,
        channel: 'web',
        visitor: `v-${id}`,
        customer: null,
        at: clock.now,
        events: [opened, ...bodies],
      });
      return id;
    },

    /** A conversation that waits, a minute later than the one before it. */
    async waiting(priority = 2): Promise<string> {
      clock.now += minute;
      const id = await this.begin();
      const wait = await this.desk.waitFor(site.id);
      await this.append(id, handoff(wait, priority));
      return id;
    },

    async append(conversation: string, ...events: EventBody[]) {
      return recorder.append({ conversation, at: clock.now, events });
    },

    async last<T extends EventType>(id: string, type: T): Promise<EventOf<T> | undefined> {
      return (await store.read(id)).findLast((event): event is EventOf<T> => event.type === type);
    },

    async line(): Promise<string[]> {
      return (await store.list([site.id], ['waiting'], 1000)).map(({ id }) => id);
    },
  };
}

export function handoff(wait: Wait, priority = 2): EventBody {
  const { position, within } = wait;
  return {
    type: 'handoff',
    position,
    within,
    wait,
    text: 'A person is coming.',
    triggers: [{ trigger: 'asked', evidence: {} }],
    priority,
  };
}

export const confirmQuestion: EventBody = {
  type: 'question',
  id: 'q1',
  kind: 'confirm',
  text: 'Cancel flight ME204?',
  choices: [
    { id: 'keep', label: 'Keep my flight', style: 'safe' },
    { id: 'do', label: 'Cancel flight ME204', style: 'danger' },
  ],
  proposal: 'p1',
  card: { title: 'Cancel flight ME204?', effect: 'It will be gone.', undoable: 'For ten minutes.' },
};

export const proposed: EventBody = {
  type: 'proposed',
  proposal: 'p1',
  action: 'cancel-flight',
  arguments: { id: 'ME204' },
  hash: 'h1',
  customer: 'cust-one',
  question: 'q1',
  expiresAt: Date.UTC(2027, 0, 1),
};
