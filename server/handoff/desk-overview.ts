// What a supervisor sees: the sites with their lines and the promises kept today, the agents with what they have in
// hand and for how long an answer is owed.
import type { AgentOverview, Overview, SiteOverview } from '../../shared/protocol.ts';
import type { ConversationRow, Service } from '../store/store.ts';
import type { DeskDeps } from './desk-ports.ts';
import type { DeskPresence } from './desk-presence.ts';
import { countPromises, midnight, type Told } from './promises.ts';

/** Services of a day and waiting customers looked at, for each site. */
const most = 5_000;

interface SiteDay {
  services: Service[];
  /** In line or with an agent now, and since today. */
  told: (Told & { agent: string | null })[];
}

export function createDeskOverview({ store, recorder, sites, now }: DeskDeps, presence: DeskPresence) {
  const statedTo = async ({ id }: ConversationRow): Promise<number | null> =>
    (await recorder.load(id))?.conversation.inside.handoff?.within ?? null;

  const dayOf = async (site: string, since: number): Promise<SiteDay> => {
    const [services, rows] = await Promise.all([
      store.services(site, since, most),
      store.list([site], ['waiting', 'claimed'], most),
    ]);
    const told: SiteDay['told'] = [];
    for (const row of rows) {
      if (row.queuedAt === null) continue;
      const { queuedAt, claimedAt, agent } = row;
      told.push({ queuedAt, claimedAt, agent: agent?.id ?? null, stated: await statedTo(row) });
    }
    for (const service of services) told.push(service);
    return { services, told };
  };

  const siteOverview = async (site: string, { services, told }: SiteDay): Promise<SiteOverview> => {
    const [onDuty, inHand, waiting] = await Promise.all([
      presence.onDuty(site),
      presence.inHand(),
      store.list([site], ['waiting'], most),
    ]);
    const arrived = waiting.flatMap(({ queuedAt }) => (queuedAt === null ? [] : [queuedAt]));
    const agents = new Set(onDuty.map(({ agent }) => agent));
    return {
      site,
      promises: countPromises(told, now()),
      handled: services.length,
      meanHandling: meanHandling(services),
      waiting: waiting.length,
      longest: arrived.length === 0 ? 0 : Math.round((now() - Math.min(...arrived)) / 1000),
      onDuty: onDuty.length,
      capacity: onDuty.reduce((sum, { capacity }) => sum + capacity, 0),
      load: inHand.filter(({ agent }) => agent && agents.has(agent.id)).length,
    };
  };

  const inHandOf = async (agent: string, rows: ConversationRow[]): Promise<AgentOverview['inHand']> => {
    const mine = rows.filter((row) => row.agent?.id === agent);
    return Promise.all(
      mine.map(async ({ id, site }) => {
        const conversation = (await recorder.load(id))?.conversation;
        const name = conversation?.view.customer?.name;
        const since = conversation?.inside.owed;
        const owed = since === undefined ? null : Math.max(0, Math.round((now() - since) / 1000));
        return { conversation: id, site, ...(name ? { name } : {}), owed };
      }),
    );
  };

  /** Counted anew each time it is asked for: a supervisor's page asks every few seconds at most. */
  return async (ofSites: string[]): Promise<Overview> => {
    const days = new Map<string, SiteDay>();
    for (const id of ofSites) {
      const site = sites.get(id);
      if (site) days.set(id, await dayOf(id, midnight(now(), site.hours.timeZone)));
    }
    const known = [...days.keys()];
    const [rows, inHand] = await Promise.all([presence.rows(known), presence.inHand()]);
    const ofMine = inHand.filter(({ site }) => known.includes(site));
    return {
      at: now(),
      sites: await Promise.all(known.map((site) => siteOverview(site, days.get(site)!))),
      agents: await Promise.all(
        rows.map(async (row) => {
          const mine = (agent: string | null) => agent === row.agent.id;
          const all = [...days.values()];
          return {
            ...row,
            handled: all.flatMap(({ services }) => services).filter(({ agent }) => mine(agent)).length,
            promises: countPromises(
              all.flatMap(({ told }) => told).filter(({ agent }) => mine(agent)),
              now(),
            ),
            inHand: await inHandOf(row.agent.id, ofMine),
          };
        }),
      ),
    };
  };
}

/** Seconds; null when nothing was handled. */
function meanHandling(services: Service[]): number | null {
  if (services.length === 0) return null;
  const sum = services.reduce((total, { claimedAt, endedAt }) => total + endedAt - claimedAt, 0);
  return Math.round(sum / services.length / 1000);
}
