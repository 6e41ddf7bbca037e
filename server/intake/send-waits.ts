// The wait as it is now: to one who waits, when the desk restates it; to everyone else of a site, whose button
// "Talk to a person" says what it would mean today (O3).
import type { Server } from 'socket.io';
import type { Wait } from '../../shared/events.ts';
import type { Desk } from '../handoff/desk.ts';
import { roomOf } from './rooms.ts';

/** Changes within this many ms are sent together. */
const gatherMs = 1_000;

export interface SendWaits {
  toOne(conversation: string, wait: Wait): void;
  toAll(site: string): void;
  /** One of a site was told this on arrival: if the others heard otherwise, the next sending is for all. */
  welcomed(site: string, wait: Wait): void;
}

/** What a page shows of a wait: within the same minute nothing has changed for the eye. */
const asShown = (wait: Wait): string =>
  JSON.stringify([wait.position, wait.within && Math.ceil(wait.within / 60), wait.basis, wait.opensAt]);

export function sendWaits(
  io: Server,
  desk: Pick<Desk, 'waitFor' | 'inLine'>,
  failed: (error: unknown) => void,
): SendWaits {
  const customers = io.of('/customer');
  const pending = new Set<string>();
  /** What everyone of a site was told last. */
  const told = new Map<string, string>();

  const send = async (site: string): Promise<void> => {
    if (!customers.adapter.rooms.has(roomOf.site(site))) {
      told.delete(site);
      return;
    }
    const wait = await desk.waitFor(site);
    if (told.get(site) === asShown(wait)) return;
    // Those in the line are told their own, by `toOne` and by the log.
    const inLine = await desk.inLine(site);
    // Not before: where the line could not be read nobody has been told.
    told.set(site, asShown(wait));
    customers.local.to(roomOf.site(site)).except(inLine.map(roomOf.conversation)).emit('wait', wait);
  };

  return {
    toOne: (conversation, wait) => customers.local.to(roomOf.conversation(conversation)).emit('wait', wait),
    toAll(site) {
      if (pending.has(site)) return;
      pending.add(site);
      setTimeout(() => {
        pending.delete(site);
        send(site).catch(failed);
      }, gatherMs).unref();
    },
    welcomed(site, wait) {
      if (told.get(site) !== asShown(wait)) told.delete(site);
    },
  };
}
