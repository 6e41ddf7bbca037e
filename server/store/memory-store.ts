// A store that keeps nothing beyond its process: for model checking and simulations, where a database would cost
// most of the time. It passes the same contract as the others.
import { memoryConversations } from './memory-conversations.ts';
import { memoryFacts } from './memory-facts.ts';
import { memoryLanes } from './memory-lanes.ts';
import { memoryRungs } from './memory-rungs.ts';
import { memorySeen } from './memory-seen.ts';
import type { AgentRow, AgentSession, Presence, Service, Store } from './store.ts';

export function createMemoryStore(): Store {
  const services: Service[] = [];
  const conversations = memoryConversations(services);
  const facts = memoryFacts();
  const rungs = memoryRungs(conversations.setAlert);
  const lanes = memoryLanes();
  const seen = memorySeen((id) => conversations.conversation(id) !== undefined);
  const agents = new Map<string, AgentRow>();
  const sessions = new Map<string, AgentSession>();
  const presences = new Map<string, Presence>();
  const agentByEmail = (email: string) => [...agents.values()].find((a) => a.email === email.toLowerCase());
  let closed = false;

  /** Each method in one go, so that it is atomic; a failure is a rejection as with any other store. */
  function later<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => Promise<R> {
    return async (...args) => {
      if (closed) throw new Error('The store is closed.');
      return run(...args);
    };
  }

  return {
    begin: later(conversations.begin),
    append: later(conversations.append),
    read: later(conversations.read),
    conversation: later(conversations.conversation),
    file: later(conversations.file),
    seqs: later((ids) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const row = conversations.conversation(id);
          return row ? [[id, row.seq]] : [];
        }),
      ),
    ),
    keepSeen: later(seen.keepSeen),
    seenOf: later(seen.seenOf),
    openFor: later(conversations.openFor),
    conversationsOf: later(conversations.conversationsOf),
    historyOf: later(conversations.historyOf),
    list: later(conversations.list),
    search: later(conversations.search),
    chain: later(conversations.chain),
    conversationIds: later(conversations.conversationIds),
    erase: later((id, by, why, at, before) => {
      const row = conversations.conversation(id);
      const erased = conversations.erase(id, by, why, at, before);
      if (erased === true && row?.customer) facts.forget(row.site, row.customer);
      if (erased === true) seen.forget(id);
      return erased;
    }),
    putFacts: later(facts.putFacts),
    factsOf: later(facts.factsOf),
    addRung: later(rungs.addRung),
    rungs: later(rungs.rungs),
    rungHistory: later(rungs.rungHistory),
    confirmedCounts: later(conversations.confirmedCounts),
    eventsOf: later(conversations.eventsOf),
    takeDue: later(conversations.takeDue),
    nextDue: later(conversations.nextDue),
    holdLane: later(lanes.holdLane),
    leaveLane: later(lanes.leaveLane),

    addAgent: later((agent) => {
      if (agents.has(agent.id) || agentByEmail(agent.email)) return 'exists';
      agents.set(agent.id, { supervisor: false, teams: [], ...agent, email: agent.email.toLowerCase() });
      return 'added';
    }),
    updateAgent: later((email, changes) => {
      const agent = agentByEmail(email);
      if (agent) agents.set(agent.id, { ...agent, ...changes });
      return agent !== undefined;
    }),
    agentByEmail: later(agentByEmail),
    agent: later((id) => agents.get(id)),
    agents: later(() => [...agents.values()].sort((a, b) => (a.email < b.email ? -1 : 1))),
    addSession: later((session) => void sessions.set(session.token, session)),
    session: later((token, now) => {
      const session = sessions.get(token);
      return session && session.expiresAt > now ? session : undefined;
    }),
    endSessions: later((which) => {
      if ('token' in which) sessions.delete(which.token);
      else
        for (const { token, agent } of sessions.values()) if (agent === which.agent) sessions.delete(token);
    }),
    setPresence: later((presence) => void presences.set(presence.agent, presence)),
    markSeen: later((agents, seenAt, capacity) => {
      for (const agent of agents)
        presences.set(agent, {
          ...(presences.get(agent) ?? { agent, available: false, capacity }),
          seenAt,
        });
    }),
    markGone: later((agent, seenAt) => {
      const presence = presences.get(agent);
      if (presence?.seenAt !== seenAt) return false;
      presences.set(agent, { ...presence, available: false });
      return true;
    }),
    presences: later(() => [...presences.values()].sort((a, b) => (a.agent < b.agent ? -1 : 1))),
    services: later((site, since, limit) =>
      services
        .filter((service) => service.site === site && service.endedAt > since)
        .reverse()
        .sort((a, b) => b.endedAt - a.endedAt)
        .slice(0, limit),
    ),
    ping: later(() => undefined),
    async close() {
      closed = true;
    },
  };
}
