// What agents see without asking: the line and who is on, sent anew a moment after either changed. Agents of
// the same sites share one computation; whoever still takes in what was sent before gets what is so then, and nothing of
// what was so in between: a long line would otherwise pile up before a slow one until their connection is closed.
import type { Namespace, Socket } from 'socket.io';
import type { AgentClientEvents, AgentServerEvents, RolloutRow } from '../../shared/protocol.ts';
import type { Desk } from '../handoff/desk.ts';
import type { AgentData } from './agent-sockets.ts';
import { roomOf } from './rooms.ts';

/** Changes within this many ms are sent together. */
const gatherMs = 150;
/** … and, of those that only concern what is written, more: there are many, and each would bring the whole line. */
const calmMs = 1_000;
/** Of the time at most a tenth goes into it: a long line is sent more rarely. */
const restPerWork = 9;
/** What could not be read is read again after this many ms. */
const againMs = 2_000;
/** Who was not ready is looked at again after this many ms. */
const readyMs = 1_000;

export interface DeskFeed {
  /** Sends the line to this agent now and whenever it changes. */
  join(socket: Socket<AgentClientEvents, AgentServerEvents, object, AgentData>): Promise<void>;
  /** Something about these sites' lines or people has changed; `line` false: only what is written in a conversation. */
  touch(sites: string[], line?: boolean): void;
  stop(): void;
}

export function createDeskFeed(
  namespace: Namespace<AgentClientEvents, AgentServerEvents, object, AgentData>,
  desk: Pick<Desk, 'queue' | 'presence'>,
  /** Where the actions of these sites stand. */
  rollout: (sites: string[]) => Promise<RolloutRow[]>,
  failed: (error: unknown) => void,
): DeskFeed {
  /** By room: the sites that its agents have. */
  const readers = new Map<string, string[]>();
  /** By room: what was sent last, but for how long each has waited, which pages count for themselves. */
  const told = new Map<string, string>();
  /** Sockets that are to be sent what is so now. */
  const owed = new Set<string>();
  const touched = new Set<string>();
  let pending: NodeJS.Timeout | undefined;
  /** When it is due, ms of the process's clock. */
  let pendingDue = 0;
  let sending: Promise<void> = Promise.resolve();
  /** How long the last sending took that failed nobody, ms. */
  let took = 0;
  let stopped = false;

  const roomFor = (sites: string[]) => `desk:${[...sites].sort().join(',')}`;

  /** Everything sent to it so far is on its way. */
  const isReady = (id: string): boolean => namespace.sockets.get(id)?.conn.transport.writable ?? true;

  /** False when somebody is not ready for it yet. */
  const send = async (room: string, sites: string[]): Promise<boolean> => {
    const [queue, presence, rungs] = await Promise.all([
      desk.queue(sites),
      desk.presence(sites),
      rollout(sites),
    ]);
    const shown = JSON.stringify([queue, presence, rungs], (key, value) =>
      key === 'waiting' ? undefined : value,
    );
    const here = [...(namespace.adapter.rooms.get(room) ?? [])];
    if (told.get(room) !== shown) for (const id of here) owed.add(id);
    told.set(room, shown);
    const behind = here.filter((id) => owed.has(id));
    const ready = behind.filter(isReady);
    // To nobody in particular would be to everyone.
    if (ready.length === 0) return behind.length === 0;
    for (const id of ready) owed.delete(id);
    const to = namespace.local.to(ready);
    to.emit('queue', queue);
    to.emit('presence', presence);
    to.emit('rollout', rungs);
    return ready.length === behind.length;
  };

  const flush = async (): Promise<void> => {
    const sites = new Set(touched);
    touched.clear();
    const missed: string[] = [];
    const late: string[] = [];
    const since = performance.now();
    for (const id of owed) if (!namespace.adapter.sids.has(id)) owed.delete(id);
    for (const [room, own] of readers) {
      if (!namespace.adapter.rooms.has(room)) {
        readers.delete(room);
        told.delete(room);
      } else if (own.some((site) => sites.has(site))) {
        // What goes wrong for some agents takes nothing from the others.
        await send(room, own).then(
          (toAll) => !toAll && late.push(...own),
          (error: unknown) => {
            missed.push(...own);
            failed(error);
          },
        );
      }
    }
    // What failed after a long time says nothing of the line's length. And nothing else may change for long: what
    // was not sent must not wait for the next change.
    if (missed.length === 0) took = performance.now() - since;
    else touch(missed, againMs);
    if (late.length > 0) touch(late, readyMs);
  };

  const touch = (sites: string[], afterMs = gatherMs): void => {
    for (const site of sites) touched.add(site);
    const delay = Math.max(afterMs, took * restPerWork);
    const due = performance.now() + delay;
    if (stopped || (pending && pendingDue <= due)) return;
    clearTimeout(pending);
    pendingDue = due;
    pending = setTimeout(() => {
      pending = undefined;
      // One after the other: an older line must not arrive after a newer one.
      sending = sending.then(flush).catch(failed);
    }, delay);
  };

  return {
    touch: (sites, line = true) => touch(sites, line ? gatherMs : calmMs),
    async join(socket) {
      const { sites } = socket.data.agent;
      const room = roomFor(sites);
      readers.set(room, sites);
      // By site as well, for what concerns everyone there: of all nodes.
      await socket.join([room, ...sites.map(roomOf.site)]);
      owed.add(socket.id);
      touch(sites);
    },
    stop() {
      stopped = true;
      clearTimeout(pending);
    },
  };
}
