// Who of the agents is there, with how much room. Stored is when each was last seen; what this process adds is
// only whom it holds a connection to right now.
import { ageOf } from '../../shared/age-of.ts';
import type { PresenceRow } from '../../shared/protocol.ts';
import type { Append, ConversationRow, Presence } from '../store/store.ts';
import type { DeskDeps } from './desk-ports.ts';
import { defaultCapacity, graceMs, hasVanished } from './presence.ts';

/**
 * Whom a node holds a connection to is written down as seen until so far ahead, ms, each time it looks around (every
 * 5 s): should it die, the grace begins at most this late, and never early.
 */
const aheadMs = 6_000;
const manyConversations = 10_000;

export function createDeskPresence({ store, now }: DeskDeps) {
  let watchingSince = now();
  let looked = watchingSince;
  const connected = new Set<string>();
  /** When each became available, as far as this process knows. */
  const availableSince = new Map<string, number>();

  const presenceOf = async (agent: string): Promise<Presence> =>
    (await store.presences()).find((presence) => presence.agent === agent) ?? {
      agent,
      available: false,
      capacity: defaultCapacity,
      seenAt: now(),
    };

  /** Since when this node has watched: anew after its clock was set, or it stood still, and could have heard nobody. */
  const watching = (): number => {
    if (ageOf(looked, now()) > graceMs) watchingSince = now();
    looked = now();
    return watchingSince;
  };

  /** Every claimed conversation of every site the agents have; agents are shared between sites. */
  const inHand = async (): Promise<ConversationRow[]> => {
    const sites = new Set((await store.agents()).flatMap((agent) => agent.sites));
    return store.list([...sites], ['claimed'], manyConversations);
  };

  /** Gone for good; whom this process holds a connection to is there, however long ago that was written down. */
  const isGone = (presence: Presence) =>
    !connected.has(presence.agent) && hasVanished(presence, now(), watching());
  const isOn = (presence: Presence) => presence.available && !isGone(presence);

  return {
    availableSince: (agent: string): number => availableSince.get(agent) ?? watchingSince,
    inHand,

    async setAvailable(agent: string, on: boolean, capacity?: number): Promise<void> {
      const before = await presenceOf(agent);
      if (on && !isOn(before)) availableSince.set(agent, now());
      await store.setPresence({
        agent,
        available: on,
        capacity: capacity ?? before.capacity,
        seenAt: now(),
      });
    },

    /** A sign of life: a connection, or anything said over it. */
    async seen(agent: string): Promise<void> {
      connected.add(agent);
      await store.markSeen([agent], now() + aheadMs, defaultCapacity);
    },

    /** The last connection of this agent to this node broke: the grace begins (H9), unless another node has one. */
    async gone(agent: string): Promise<void> {
      if (!connected.delete(agent)) return;
      await store.markSeen([agent], now(), defaultCapacity);
    },

    /** Renews who is connected, and gives those who are gone for longer than the grace: no more available. */
    async vanished(): Promise<string[]> {
      const lost: string[] = [];
      watching();
      if (connected.size > 0) await store.markSeen([...connected], now() + aheadMs, defaultCapacity);
      const holders = new Set((await inHand()).flatMap(({ agent }) => (agent ? [agent.id] : [])));
      for (const presence of await store.presences()) {
        const { agent, available, seenAt } = presence;
        if (!isGone(presence) || !(available || holders.has(agent))) continue;
        // Another node may have seen them at this very moment.
        if (await store.markGone(agent, seenAt)) lost.push(agent);
      }
      return lost;
    },

    async isOnDuty(agent: string): Promise<boolean> {
      return isOn(await presenceOf(agent));
    },

    async loadOf(agent: string): Promise<{ capacity: number; load: number }> {
      const { capacity } = await presenceOf(agent);
      return { capacity, load: (await inHand()).filter((row) => row.agent?.id === agent).length };
    },

    /** What the store makes sure of as it gives them one more: claims at several nodes must not find the same room. */
    async roomOf(agent: string): Promise<NonNullable<Append['room']>> {
      const sites = new Set((await store.agents()).flatMap((each) => each.sites));
      return { agent, sites: [...sites], most: (await presenceOf(agent)).capacity };
    },

    /** Available agents of a site who are there, or within the grace. */
    async onDuty(site: string): Promise<Presence[]> {
      const members = new Set(
        (await store.agents())
          .filter(({ sites, disabled }) => !disabled && sites.includes(site))
          .map(({ id }) => id),
      );
      const presences = await store.presences();
      return presences.filter((presence) => members.has(presence.agent) && isOn(presence));
    },

    /** Agents of these sites who are connected or within the grace, with what they have in hand. */
    async rows(sites: string[]): Promise<PresenceRow[]> {
      const [agents, presences, claimed] = await Promise.all([store.agents(), store.presences(), inHand()]);
      return agents.flatMap(({ id, name, sites: own, disabled, teams }) => {
        const presence = presences.find(({ agent }) => agent === id);
        if (disabled || !presence || !own.some((site) => sites.includes(site))) return [];
        if (isGone(presence)) return [];
        const load = claimed.filter((row) => row.agent?.id === id).length;
        const { available, capacity } = presence;
        return [{ agent: { id, name }, available, capacity, load, teams }];
      });
    },
  };
}

export type DeskPresence = ReturnType<typeof createDeskPresence>;
