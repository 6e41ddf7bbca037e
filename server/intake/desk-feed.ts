// What agents see without asking: the line and who is on, sent anew a moment after either changed. Agents of
// the same sites share one computation.
import type { Namespace, Socket } from 'socket.io';
import type { AgentClientEvents, AgentServerEvents, RolloutRow } from '../../shared/protocol.ts';
import type { Desk } from '../handoff/desk.ts';
import type { AgentData } from './agent-sockets.ts';
import { roomOf } from './rooms.ts';

/** Changes within this many ms are sent together. */
const gatherMs = 150;
/** Of the time at most a tenth goes into it: a long line is sent more rarely. */
const restPerWork = 9;
/** What could not be read is read again after this many ms. */
const againMs = 2_000;

export interface DeskFeed {
  /** Sends the line to this agent now and whenever it changes. */
  join(socket: Socket<AgentClientEvents, AgentServerEvents, object, AgentData>): Promise<void>;
  /** Something about these sites' lines or people has changed. */
  touch(sites: string[]): void;
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
  const touched = new Set<string>();
  let pending: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();
  /** How long the last sending took that failed nobody, ms. */
  let took = 0;
  let stopped = false;

  const roomFor = (sites: string[]) => `desk:${[...sites].sort().join(',')}`;

  const send = async (room: string, sites: string[]): Promise<void> => {
    const [queue, presence, rungs] = await Promise.all([
      desk.queue(sites),
      desk.presence(sites),
      rollout(sites),
    ]);
    const shown = JSON.stringify([queue, presence, rungs], (key, value) =>
      key === 'waiting' ? undefined : value,
    );
    if (told.get(room) === shown) return;
    told.set(room, shown);
    namespace.local.to(room).emit('queue', queue);
    namespace.local.to(room).emit('presence', presence);
    namespace.local.to(room).emit('rollout', rungs);
  };

  const flush = async (): Promise<void> => {
    const sites = new Set(touched);
    touched.clear();
    const missed: string[] = [];
    const since = performance.now();
    for (const [room, own] of readers) {
      if (!namespace.adapter.rooms.has(room)) {
        readers.delete(room);
        told.delete(room);
      } else if (own.some((site) => sites.has(site))) {
        // What goes wrong for some agents takes nothing from the others.
        await send(room, own).catch((error: unknown) => {
          missed.push(...own);
          failed(error);
        });
      }
    }
    // What failed after a long time says nothing of the line's length. And nothing else may change for long: what
    // was not sent must not wait for the next change.
    if (missed.length === 0) took = performance.now() - since;
    else touch(missed, againMs);
  };

  const touch = (sites: string[], afterMs = gatherMs): void => {
    for (const site of sites) touched.add(site);
    if (stopped) return;
    pending ??= setTimeout(
      () => {
        pending = undefined;
        // One after the other: an older line must not arrive after a newer one.
        sending = sending.then(flush).catch(failed);
      },
      Math.max(afterMs, took * restPerWork),
    );
  };

  return {
    touch: (sites) => touch(sites),
    async join(socket) {
      const { sites } = socket.data.agent;
      const room = roomFor(sites);
      readers.set(room, sites);
      // By site as well, for what concerns everyone there: of all nodes.
      await socket.join([room, ...sites.map(roomOf.site)]);
      told.delete(room);
      touch(sites);
    },
    stop() {
      stopped = true;
      clearTimeout(pending);
    },
  };
}
