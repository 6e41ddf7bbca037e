// The server as a value: sockets and HTTP on one port, over parts that were composed elsewhere. Listening is the
// caller's word.
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Alert } from '../shared/protocol.ts';
import type { AppOptions } from './app-options.ts';
import type { Parts } from './compose.ts';
import { customerCopy } from './customer-copy.ts';
import { createDrain } from './drain.ts';
import { hoursSaid } from './handoff/hours.ts';
import { createAdmission, openDoor } from './intake/admission.ts';
import { createAgentSessions } from './intake/agent-sessions.ts';
import { serveAgentSockets } from './intake/agent-sockets.ts';
import { serveCustomers } from './intake/customer-sockets.ts';
import { createDeskFeed } from './intake/desk-feed.ts';
import { createEarlier } from './intake/earlier.ts';
import { createFiles } from './intake/files.ts';
import { createHttp } from './intake/http.ts';
import type { HttpApp } from './intake/http-app.ts';
import { createLimits } from './intake/limits.ts';
import { watchLoop } from './intake/loop-watch.ts';
import { createMetrics } from './intake/metrics.ts';
import { createNodes } from './intake/nodes.ts';
import { replyWithFile } from './intake/reply-with-file.ts';
import { rolloutRow } from './intake/rollout-handlers.ts';
import { roomOf, sendEvents } from './intake/rooms.ts';
import { sendSeen } from './intake/send-seen.ts';
import { sendTyping } from './intake/send-typing.ts';
import { sendWaits } from './intake/send-waits.ts';
import { endSlowBodies } from './intake/slow-bodies.ts';
import { createSocketCaps } from './intake/socket-caps.ts';
import { createSockets } from './intake/sockets.ts';
import { watchStrayPolls } from './intake/stray-polls.ts';
import { createTake } from './intake/take.ts';
import { createIdentityCheck } from './intake/verify-identity.ts';
import { createVisitorSessions } from './intake/visitor-session.ts';
import { watchEndpoints } from './intake/watch-endpoints.ts';
import { openPort } from './open-port.ts';
import { watchMails } from './watch-mails.ts';

export interface App {
  /** Resolves to where it listens: `http://127.0.0.1:8787`. Port 0: any free one. */
  listen(port: number, host: string): Promise<string>;
  /** Lets clients go (they come back elsewhere), ends what is under way (at most `drainMs`), stops. */
  close(): Promise<void>;
  http: HttpApp;
  /** Node's server, for whoever has to share its port (the development server). */
  server: ReturnType<typeof createServer>;
  /** The desk looks around now, instead of in a few seconds. */
  beat(): Promise<void>;
}

/** Sessions of agents that ended elsewhere (another node, the command line) are noticed within this, ms. */
const recheckMs = 3_000;
/** Waits change by themselves too, as services age and hours begin and end: looked at this often, ms. */
const refreshMs = 30_000;
/** A client that sends a byte a second is let go. */
const slowMs = 10_000;
/** … but one that sends a photo over a bad line. */
const uploadMs = 120_000;

export function createApp(parts: Parts, options: AppOptions): App {
  const { record, desk, turns, clock, hub, sites, failed } = parts;
  const { where, assets, several } = options;
  const redis = several?.redis;
  const now = () => clock.now();
  const site = (id: string) => sites.get(id);
  const limits = createLimits(options.limits, redis?.counts);
  const metrics = createMetrics(options.processMetrics ?? false);
  const loop = watchLoop();
  const load = { now: () => performance.now(), lag: loop.lag, behind: options.readerLag };
  const admission = options.limits === 'off' ? openDoor : createAdmission({ ...load, random: Math.random });
  metrics.load({
    lag: loop.lag,
    underWay: () => admission.seen().underWay,
    most: () => admission.seen().most,
  });
  const sessions = createAgentSessions(parts.store, now);
  const noticed = (place: string, error: unknown) => {
    metrics.faults.inc({ where: place.split(' ', 1)[0]! });
    failed(place, error);
  };
  let stopping = false;

  const files = createFiles({
    secret: options.secret,
    now,
    take: { file: (...one) => take.file(...one) },
    reply: replyWithFile(parts.store, desk),
    site,
    load: record.load,
    bytes: parts.store.file,
    limits,
  });
  const http = createHttp({
    files,
    receive: parts.receive,
    assets,
    sessions,
    limits,
    site,
    where,
    metrics,
    failed: (path, error) => noticed(`http ${path}`, error),
    ended: (session) => io.of('/agent').in(roomOf.session(session)).disconnectSockets(true),
    readiness: {
      stopping: () => stopping,
      parts: {
        store: () => parts.store.ping(),
        model: async () => {
          if (!parts.brain.ready) throw new Error('a model is being trained');
        },
      },
      notes: () => strays?.notes() ?? [],
      aids: redis ? { redis: () => redis.up() } : {},
    },
    mount: options.mount,
  });
  const server = createServer(
    { headersTimeout: slowMs, requestTimeout: uploadMs, connectionsCheckingInterval: 2_000 },
    getRequestListener(http.fetch, { overrideGlobalObjects: false }),
  );
  server.on('request', endSlowBodies(slowMs));
  const io = createSockets(server, {
    where,
    sites: () => [...sites.values()],
    caps: createSocketCaps(options.limits),
    slow: metrics.slowReader,
    full: () => metrics.socketsRefused.inc(),
    ...(redis ? { adapter: redis.adapter } : {}),
  });
  const drain = createDrain(server, io);
  const standings = async (ids: string[]) => {
    const of = ids.flatMap((id) => site(id) ?? []);
    const each = of.map(async (one) =>
      (await parts.rungs.standing(one)).map((standing) => rolloutRow(one, standing)),
    );
    return (await Promise.all(each)).flat();
  };
  const strays =
    several &&
    watchStrayPolls(io.engine, {
      node: parts.newId(),
      now,
      warn: (words) => noticed('polling', new Error(words)),
    });
  const feed = createDeskFeed(io.of('/agent'), desk, standings, (error) => noticed('desk feed', error));
  const typing = sendTyping(io);
  const seen = sendSeen(io, { record, note: parts.seen.note, of: parts.seen.of, now });
  const waits = sendWaits(io, desk, (error) => noticed('waits', error));
  const beat = parts.beat({
    restated: waits.toOne,
    moved: (ids) => {
      feed.touch(ids);
      for (const id of ids) waits.toAll(id);
    },
  });
  const take = createTake({
    append: record.append,
    load: record.load,
    openFor: parts.store.openFor,
    turn(id, seq) {
      const turn = turns.take(id, seq);
      admission.during(turn);
      typing.during(id, turn);
    },
    mails: parts.mails.can,
    now,
  });
  const customers = serveCustomers(io, {
    site,
    sessions: createVisitorSessions(options.secret, now),
    identities: createIdentityCheck({ secret: options.secretOf, now }),
    arrival: parts.arrival,
    take,
    files,
    earlier: createEarlier(parts.store, parts.seen.of),
    record,
    greet: turns.greet,
    follow: (id, seq) => nodes.follow(id, seq),
    tellBegun: (id) => nodes.tellBegun(id),
    async waitFor(of, row) {
      const { wait } = await desk.state(of.id, row.id);
      waits.welcomed(of.id, wait);
      return wait;
    },
    hours: ({ hours }) => hoursSaid(hours, now()),
    transcript: customerCopy,
    typing: typing.fromCustomer,
    seen,
    mails: parts.mails.can,
    limits,
    admission,
    metrics,
    where,
    failed: noticed,
    now,
  });
  const agents = serveAgentSockets(
    io,
    { sessions, desk, feed, limits, metrics, where, failed: noticed, now },
    {
      desk,
      dutyChanged(ids) {
        dutyChanged(ids);
        nodes.tellDuty(ids);
      },
      follow: (id, seq) => nodes.follow(id, seq),
      record,
      files,
      turns: {
        returned: (id) => void turns.returned(id).catch((error: unknown) => noticed('turn', error)),
        approved: (id, proposal) =>
          void turns.approved(id, proposal).catch((error: unknown) => noticed('turn', error)),
      },
      typing: typing.fromAgent,
      seen,
      rollout: { rungs: parts.rungs, site, stepped: (id) => feed.touch([id]) },
    },
  );
  const dutyChanged = (ids: string[]): void => {
    feed.touch(ids);
    beat.soon();
    for (const id of ids) waits.toAll(id);
  };
  const nodes = createNodes(io, {
    several,
    record,
    seqs: parts.store.seqs,
    deliver(publication) {
      sendEvents(io, publication);
      for (const event of publication.events) {
        if (event.type === 'identified') customers.identified(publication.conversation, event.customer);
      }
    },
    changed(ids, line) {
      feed.touch(ids, line);
      if (line) for (const id of ids) waits.toAll(id);
    },
    duty: dutyChanged,
    begun(id) {
      parts.store
        .conversation(id)
        .then((row) => row && customers.begun(row))
        .catch((error: unknown) => noticed('begun', error));
    },
    sites: () => [...sites.keys()],
    failed: (error) => noticed('nodes', error),
  });
  const unheard = hub.listen(nodes.stored);

  const tell = (of: string, alert: Alert) => void io.of('/agent').to(roomOf.site(of)).emit('alert', alert);
  const unalerted = parts.alerts.listen((of, alert) => {
    tell(of, alert);
    feed.touch([of]);
  });

  watchMails(parts, io, noticed, tell);

  const unwatched = watchEndpoints({ act: parts.act, sites, registry: metrics.registry, tell, now });

  const rechecking = setInterval(() => {
    agents.recheck().catch((error: unknown) => noticed('agent sessions', error));
  }, recheckMs);
  rechecking.unref();
  const refreshing = setInterval(() => {
    for (const id of sites.keys()) waits.toAll(id);
  }, refreshMs);
  refreshing.unref();

  return {
    http,
    server,
    beat: beat.run,
    async listen(port, host) {
      const address = await openPort(server, port, host);
      parts.timers.start();
      beat.start();
      return address;
    },
    async close() {
      stopping = true;
      clearInterval(rechecking);
      clearInterval(refreshing);
      nodes.stop();
      unalerted();
      unwatched();
      loop.stop();
      const underWay = Promise.all([parts.timers.stop(), beat.stop()])
        .then(parts.lanes.idle)
        .then(parts.seen.flush);
      await drain(underWay, () => {
        unheard();
        feed.stop();
      });
    },
  };
}
