// Mail over a store of any kind, a real SMTP connection and a clock that only the test moves; no sockets.
import { simulatedClock } from '../../server/clock.ts';
import { createDesk } from '../../server/handoff/desk.ts';
import { createMails, type Mails } from '../../server/mail/mails.ts';
import { openPost } from '../../server/mail/open-post.ts';
import type { Post } from '../../server/mail/post.ts';
import { createRecorder } from '../../server/record/recorder.ts';
import type { Store, Timer } from '../../server/store/store.ts';
import { createTimers } from '../../server/timers.ts';
import type { EventBody } from '../../shared/events.ts';
import { testSite } from '../helpers/test-site.ts';

export interface MailWorldOptions {
  store: Store;
  /** smtp://… */
  url: string;
  /** Instead of a real connection. */
  post?: Post;
  locale?: string;
}

/** A conversation in which the customer left ann@demo.test, and which Mia has taken. */
export async function mailWorld({ store, url, post, locale = 'en' }: MailWorldOptions) {
  const clock = simulatedClock(Date.UTC(2026, 2, 2, 10));
  const now = () => clock.now();
  const mail = {
    from: { address: 'answers@shop.example' },
    page: 'https://shop.example/help?a=1&b=2',
    pause: 60_000,
  };
  const site = testSite({ mail });
  const lost: string[] = [];
  const present = { value: false };
  let ids = 0;

  /** What one process has in memory; a restart makes it anew over the same store. */
  const start = (way: Post) => {
    const recorder = createRecorder({ store, publish: () => undefined });
    const mails: Mails = createMails({
      post: way,
      load: recorder.load,
      append: recorder.append,
      seen: store.seenOf,
      site: (id) => (id === site.id ? site : undefined),
      now,
      newId: () => `mail-${++ids}`,
    });
    mails.watch({ isPresent: async () => present.value, lost: (_, why) => void lost.push(why) });
    const sites = new Map([[site.id, site]]);
    const desk = createDesk({ store, recorder, sites, now, mailTimers: mails.timersFor }, () => []);
    const faults: unknown[] = [];
    // Of the agent's clock nothing is said here.
    const due = async ({ name, ref, ...timer }: Timer): Promise<void> => {
      if (name === 'mail') return mails.due({ name, ref, ...timer });
      const clearTimers = [{ name, ref }];
      await store.append({ conversation: timer.conversation, at: now(), events: [], clearTimers });
    };
    const timers = createTimers({ store, clock, due, failed: (error) => void faults.push(error) });
    return { recorder, desk, timers, faults };
  };

  let process = start(post ?? openPost(url));
  const opened: EventBody = { type: 'opened', visitor: 'v', channel: 'web', locale, site: site.id };
  const id = 'c1';
  const about = { id, site: site.id, channel: 'web', visitor: 'v', customer: null, at: now() };
  await process.recorder.begin({ ...about, events: [opened] });
  const agent = { id: 'mia', name: 'Mia', sites: [site.id] };
  await store.addAgent({ ...agent, email: 'mia@test', password: 'scrypt$none', disabled: false });
  let said = 0;

  const world = {
    id,
    site,
    clock,
    lost,
    present,
    get faults() {
      return process.faults;
    },
    append: (...events: EventBody[]) => process.recorder.append({ conversation: id, at: now(), events }),
    leave: (contact: string) =>
      world.append({ type: 'waited', choice: 'message', text: 'Where is it?', contact }),
    takeover: () => process.desk.takeover(agent, id),
    reply: (text: string, by = agent) => process.desk.reply(by, id, `r${++said}`, text),
    resolve: () => process.desk.resolve(agent, id, { outcome: 'solved', correct: true }),
    /** Time passes, and all that comes due by then is done. */
    async advance(ms: number): Promise<void> {
      const target = now() + ms;
      for (;;) {
        await process.timers.run();
        const next = await store.nextDue();
        if (next === undefined || next > target) break;
        clock.set(Math.max(next, now() + 1));
      }
      clock.set(target);
      await process.timers.run();
    },
    /** The process is gone with all that it had in memory; another one comes up. */
    restart: (way?: Post) => {
      process = start(way ?? openPost(url));
    },
    /** The last event that says what became of a letter. */
    async outcome() {
      const events = await store.read(id);
      return events.findLast((event) => event.type === 'mailed');
    },
    see: (seq: number) => store.keepSeen([{ conversation: id, side: 'customer', seq, at: now() }]),
    erase: () => store.erase(id, 'customer', 'asked', now()),
    types: async () => (await store.read(id)).map(({ type }) => type),
  };
  await world.leave('ann@demo.test');
  await world.takeover();
  return world;
}
