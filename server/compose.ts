// Puts the rooms together: everything that happens in a conversation, without a single socket. The server
// (app.ts), the command line and the tests start from here.

import { createLanes, type Lanes } from '../shared/lanes.ts';
import type { Act } from './act/act.ts';
import { createAct } from './act/act.ts';
import type { Fetch } from './act/call.ts';
import { type Received, receiveFacts } from './act/receive-facts.ts';
import { type Beat, createBeat } from './beat.ts';
import type { Brain } from './brain.ts';
import type { Clock } from './clock.ts';
import { createDesk, type Desk } from './handoff/desk.ts';
import { createHub, type Hub } from './hub.ts';
import { type Arrival, createArrival } from './intake/arrive.ts';
import { createMails, type Mails, mailTimer } from './mail/mails.ts';
import type { Post } from './mail/post.ts';
import { type Reader, readHere } from './reader.ts';
import { createMask, type Mask } from './record/mask.ts';
import { createRecorder, type Recorder } from './record/recorder.ts';
import { type Alerts, createAlerts } from './rollout/alerts.ts';
import { createRungs, type Rungs } from './rollout/rungs.ts';
import { createSurges } from './rollout/surges.ts';
import { createRounds } from './rounds.ts';
import { createSeen, type SeenMarks } from './seen.ts';
import { createSharedLanes } from './shared-lanes.ts';
import type { Site } from './site/site.ts';
import type { Append, Store } from './store/store.ts';
import { createTimers, type Timers } from './timers.ts';
import { createTurns, type Turns } from './turn.ts';
import { findPassages } from './understand/find-passages.ts';

export interface ComposeDeps {
  store: Store;
  /** By id. */
  sites: Map<string, Site>;
  /** Has been, or will be, prepared for each of the sites by the caller. */
  brain: Brain;
  clock: Clock;
  /** A fresh id that nobody can guess. */
  newId(): string;
  fetch: typeof globalThis.fetch;
  /** Calls to businesses; default: `fetch`. */
  outbound?: Fetch;
  /** Default: reads in this thread. */
  reader?: Reader;
  /** The way out for mail; absent: none is sent, and none is promised. */
  post?: Post | undefined;
  /** Other nodes use the same store. Default: false. */
  several?: boolean;
  /** Hears of surprises that were caught, with the place where; never of what a customer wrote. */
  failed(where: string, error: unknown): void;
}

export interface Parts {
  store: Store;
  sites: Map<string, Site>;
  brain: Brain;
  clock: Clock;
  newId(): string;
  failed(where: string, error: unknown): void;
  hub: Hub;
  record: Recorder;
  desk: Desk;
  act: Act;
  /** Facts that a business pushes. */
  receive(site: string, body: string, headers: Record<string, string>): Promise<Received>;
  rungs: Rungs;
  alerts: Alerts;
  mails: Mails;
  /** How far each side has seen its conversations. */
  seen: SeenMarks;
  lanes: Lanes;
  turns: Turns;
  arrival: Arrival;
  timers: Timers;
  /** Is made by whoever sends the restated waits: `parts.beat(...)`. */
  beat(told: Pick<Parameters<typeof createBeat>[0], 'restated' | 'moved'>): Beat;
}

export function compose({
  store,
  sites,
  brain,
  clock,
  newId,
  fetch,
  outbound = fetch,
  reader = readHere(brain),
  post,
  several = false,
  failed,
}: ComposeDeps): Parts {
  const now = () => clock.now();
  const hub = createHub((error) => failed('hub', error));
  const timers: Timers = createTimers({
    store,
    clock,
    due: (timer) => {
      if (timer.name === mailTimer) return mails.due(timer);
      return timer.name === 'alert' ? alerts.due(timer) : turns.due(timer);
    },
    failed: (error) => failed('timers', error),
  });
  const watched: Store = {
    ...store,
    async append(append: Append) {
      const appended = await store.append(append);
      for (const { due } of append.setTimers ?? []) timers.expect(due);
      return appended;
    },
  };
  const record = createRecorder({
    store: watched,
    publish: hub.publish,
    alone: !several,
    maskOf: masksOf(sites, (error) => failed('mask', error)),
    warn: (error) => failed('publish', error),
  });
  const seen = createSeen({ store, clock, failed: (error) => failed('seen', error) });
  const mails = createMails({
    post,
    load: record.load,
    append: record.append,
    seen: seen.of,
    site: (id) => sites.get(id),
    now,
    newId,
  });
  const desk = createDesk(
    { store: watched, recorder: record, sites, now, mailTimers: mails.timersFor },
    (site, text, locale) => findPassages(site, text, locale, true),
  );
  hub.listen(desk.heard);
  const act = createAct({
    fetch: outbound,
    now,
    newId,
    pushed: (site, customer) => watched.factsOf(site, customer),
  });
  const rungs = createRungs({ store: watched, now });
  const surges = createSurges({ store: watched, now, failed: (error) => failed('surges', error) });
  const alerts = createAlerts({
    store: watched,
    append: record.append,
    site: (id) => sites.get(id),
    fetch,
    now,
    failed: (error) => failed('alert', error),
  });
  const own = createLanes();
  const lanes = several
    ? createSharedLanes({
        own,
        store,
        clock,
        holder: newId(),
        random: Math.random,
        failed: (error) => failed('lanes', error),
      })
    : own;
  const turns = createTurns({
    store: watched,
    recorder: record,
    lanes,
    site: (id) => sites.get(id),
    reader,
    act,
    gates: async (site, { inside }, input) => {
      // Only what a customer does can confirm: a timer, the watchdog above all, waits for no count.
      const theirs = 'seq' in input ? Object.values(inside.proposals) : [];
      const open = theirs.filter(({ status }) => status === 'open');
      const risen = await surges.of(
        site,
        open.map(({ action }) => action),
      );
      const mail = mails.can(site) ? { mail: true as const } : {};
      const gates = { ...act.gates(site), ...(await rungs.gates(site)), ...mail };
      return Object.keys(risen).length > 0 ? { ...gates, surges: risen } : gates;
    },
    hold: async (site, { action, why }, conversation) => {
      const rung = await rungs.hold(site, action, why, site.alerts ? conversation : undefined);
      if (!rung) return;
      alerts.raise(site, rung);
      timers.expect(now());
    },
    desk: (site, conversation) => desk.state(site.id, conversation),
    requeue: (conversation, agent, owed) => desk.requeue(conversation, agent, 'silent', owed),
    round: createRounds(),
    now,
    newId,
    failed: (_conversation, error) => failed('turn', error),
  });
  const arrival = createArrival({ store: watched, record, newId, now });
  const beat: Parts['beat'] = (told) =>
    createBeat({
      desk,
      clock,
      sites: () => [...sites.keys()],
      failed: (error) => failed('beat', error),
      ...told,
    });
  return {
    store: watched,
    sites,
    brain,
    clock,
    newId,
    failed,
    hub,
    record,
    desk,
    act,
    receive: (site, body, headers) =>
      receiveFacts({ put: watched.putFacts, now }, sites.get(site), body, headers),
    rungs,
    alerts,
    mails,
    seen,
    lanes,
    turns,
    arrival,
    timers,
    beat,
  };
}

/** One mask a site, made when it is first needed. */
function masksOf(sites: Map<string, Site>, warn: (text: string) => void): (site: string) => Mask {
  const masks = new Map<string, Mask>();
  return (id) => {
    const mask = masks.get(id) ?? createMask(sites.get(id)?.masks ?? [], warn);
    masks.set(id, mask);
    return mask;
  };
}
