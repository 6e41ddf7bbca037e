// Gathers what the wait estimate needs from the store, and answers for places in line (H2, H4, H5).
import { ageOf } from '../../shared/age-of.ts';
import type { Wait } from '../../shared/events.ts';
import type { ConversationRow, Presence, Service } from '../store/store.ts';
import type { DeskDeps } from './desk-ports.ts';
import type { DeskPresence } from './desk-presence.ts';
import { type AgentNow, estimateWait, type LineNow } from './estimate-wait.ts';
import { type HandlingLaw, learnHandling } from './handling-law.ts';
import { shiftAt } from './hours.ts';
import { ordinary, type Placed, placeInLine } from './queue-order.ts';

/** The human side of a site; what `decide` sees as its desk. */
export interface DeskNow {
  onDuty: number;
  hoursOpen: boolean;
  /** Epoch ms, when closed. */
  opensAt?: number;
  wait: Wait;
}

const dayMs = 86_400_000;
/** Handling times older than this say little of today's. */
const historyMs = 28 * dayMs;
const servicesRead = 1000;
const leaversRead = 200;
/** What was learnt holds for so long, unless a service ends here. */
const learntForMs = 15_000;
const longestLine = 20_000;
/** A line in which nothing has moved on this node is the same for so long, ms: another node's moves show as late. */
const sameForMs = 500;

/** The line of a site as the estimate wants it, with those who wait in order. */
interface Lined {
  line: LineNow;
  waiting: ConversationRow[];
}

interface Learnt {
  law: HandlingLaw;
  at: number;
  /** Agent → epoch ms of the last end of a service. */
  freedAt: Map<string, number>;
}

export function createDeskLine(deps: DeskDeps, presence: DeskPresence) {
  const { store, sites, now } = deps;
  const learnt = new Map<string, Learnt>();
  const lined = new Map<string, { at: number; now: Promise<Lined> }>();

  const waiting = (site: string) => store.list([site], ['waiting'], longestLine);

  const learn = async (site: string, running: ConversationRow[]): Promise<Learnt> => {
    const known = learnt.get(site);
    if (known && ageOf(known.at, now()) < learntForMs) return known;
    const services = await store.services(site, now() - historyMs, servicesRead);
    const complete = services.length < servicesRead;
    const law = learnHandling(
      {
        services,
        running: running.flatMap(({ agent, claimedAt }) =>
          agent && claimedAt !== null ? [{ agent: agent.id, claimedAt }] : [],
        ),
        complete,
        prior: sites.get(site)?.wait.handling ?? null,
        leaving: await leaving(site, services, complete),
      },
      now(),
    );
    const freedAt = new Map<string, number>();
    for (const { agent, endedAt } of services) freedAt.set(agent, Math.max(endedAt, freedAt.get(agent) ?? 0));
    const fresh = { law, at: now(), freedAt };
    learnt.set(site, fresh);
    return fresh;
  };

  /** Those who left the line unserved in the time that the services cover, and what all have waited in it. */
  const leaving = async (site: string, services: Service[], complete: boolean) => {
    const since = complete ? now() - historyMs : Math.min(...services.map(({ endedAt }) => endedAt));
    const rows = await store.list([site], ['left'], leaversRead);
    const left = rows.filter(({ queuedAt, updatedAt }) => queuedAt !== null && updatedAt > since);
    const served = services.reduce((sum, { queuedAt, claimedAt }) => sum + claimedAt - queuedAt, 0);
    const lost = left.reduce((sum, { queuedAt, updatedAt }) => sum + updatedAt - queuedAt!, 0);
    return { left: left.length, waited: (served + lost) / 1000 };
  };

  const agentNow = (on: Presence, running: ConversationRow[], known: Learnt, first?: Placed): AgentNow => {
    const mine = running.filter(({ agent }) => agent?.id === on.agent);
    const ages = mine.map(({ claimedAt }) => (now() - (claimedAt ?? now())) / 1000);
    const freeSince = Math.max(
      first?.queuedAt ?? now(),
      known.freedAt.get(on.agent) ?? 0,
      presence.availableSince(on.agent),
    );
    const hasRoom = mine.length < on.capacity;
    return {
      capacity: on.capacity,
      running: ages,
      ...(first && hasRoom ? { freeFor: Math.max(0, now() - freeSince) / 1000 } : {}),
    };
  };

  const lineNow = async (site: string): Promise<Lined> => {
    const [rows, onDuty, running] = await Promise.all([
      waiting(site),
      presence.onDuty(site),
      presence.inHand(),
    ]);
    const known = await learn(
      site,
      running.filter((row) => row.site === site),
    );
    const about = sites.get(site);
    const shift = about ? shiftAt(about.hours, now()) : { open: true };
    const agents = onDuty.map((on) => agentNow(on, running, known, rows[0]));
    const ahead =
      about && shift.closesAt !== undefined ? shiftAt(about.hours, shift.closesAt).opensAt : undefined;
    const inSeconds = (at: number) => (at - now()) / 1000;
    // At the end of the hours nobody is counted on, and at the next opening as many as now.
    const shifts = shift.closesAt === undefined ? [] : [{ in: inSeconds(shift.closesAt), agents: 0 }];
    if (ahead !== undefined) shifts.push({ in: inSeconds(ahead), agents: agents.length });
    return {
      waiting: rows,
      line: {
        agents,
        shifts,
        law: known.law,
        ...(about ? { confidence: about.wait.confidence } : {}),
        ...(shift.opensAt !== undefined ? { opensAt: shift.opensAt } : {}),
      },
    };
  };

  /** For what every turn asks: thousands who wait are not counted anew for each word of somebody else. */
  const lineLately = (site: string): Promise<Lined> => {
    const known = lined.get(site);
    if (known && ageOf(known.at, now()) < sameForMs) return known.now;
    const fresh = { at: now(), now: lineNow(site) };
    lined.set(site, fresh);
    fresh.now.catch(() => {
      if (lined.get(site) === fresh) lined.delete(site);
    });
    return fresh.now;
  };

  return {
    lineNow,

    /** Somebody came into the line or left it, or an agent came or went: it is read anew. */
    lineMoved(): void {
      lined.clear();
    },

    /** What was learnt of a site is out of date: a service ended. */
    learnAnew(site: string): void {
      learnt.delete(site);
    },

    /** Ids of those who wait, in their order. */
    inLine: async (site: string): Promise<string[]> => (await waiting(site)).map(({ id }) => id),

    /** The wait at a place; of a newcomer when it is not given. */
    async waitFor(site: string, position?: number): Promise<Wait> {
      const { line, waiting: rows } = await lineNow(site);
      const place = position ?? rows.filter(({ priority }) => priority <= ordinary).length + 1;
      return estimateWait(line, place);
    },

    /** The wait of one who is in the line, or comes back to it. */
    async waitOf(site: string, placed: Placed): Promise<Wait> {
      const { line, waiting: rows } = await lineNow(site);
      return estimateWait(line, placeInLine(rows, placed));
    },

    /** What the desk is to a decision: for a conversation where it stands, else for one that would join now. */
    async state(site: string, conversation?: string): Promise<DeskNow> {
      const { line, waiting: rows } = await lineLately(site);
      const about = sites.get(site);
      const shift = about ? shiftAt(about.hours, now()) : { open: true };
      const place = rows.findIndex(({ id }) => id === conversation) + 1;
      const newcomer = rows.filter(({ priority }) => priority <= ordinary).length + 1;
      return {
        onDuty: line.agents.length,
        hoursOpen: shift.open,
        ...(shift.opensAt !== undefined ? { opensAt: shift.opensAt } : {}),
        wait: estimateWait(line, place || newcomer),
      };
    },
  };
}

export type DeskLine = ReturnType<typeof createDeskLine>;
