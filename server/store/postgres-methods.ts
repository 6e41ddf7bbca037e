// The store's methods over a connection to Postgres; those that are more than one statement need a transaction.
import * as agents from './postgres-agents.ts';
import { appendEvents, beginConversation } from './postgres-append.ts';
import { eraseConversation } from './postgres-erase.ts';
import * as facts from './postgres-facts.ts';
import { readFile } from './postgres-files.ts';
import { holdLane, leaveLane } from './postgres-lanes.ts';
import type { PostgresSession } from './postgres-pool.ts';
import * as reads from './postgres-reads.ts';
import * as rungs from './postgres-rungs.ts';
import { searchConversations } from './postgres-search.ts';
import * as seen from './postgres-seen.ts';
import { nextDue, takeDue } from './postgres-timers.ts';
import type { StoreMethod } from './sqlite-methods.ts';
import type { Store } from './store.ts';

export type PostgresMethods = {
  [M in StoreMethod]: {
    transaction: boolean;
    run(session: PostgresSession, ...args: Parameters<Store[M]>): ReturnType<Store[M]>;
  };
};

export const postgresMethods: PostgresMethods = {
  begin: { transaction: true, run: beginConversation },
  append: { transaction: true, run: appendEvents },
  erase: { transaction: true, run: eraseConversation },

  putFacts: { transaction: true, run: facts.putFacts },
  addRung: { transaction: true, run: rungs.addRung },

  takeDue: { transaction: false, run: takeDue },
  nextDue: { transaction: false, run: nextDue },
  holdLane: { transaction: false, run: holdLane },
  leaveLane: { transaction: false, run: leaveLane },
  addAgent: { transaction: false, run: agents.addAgent },
  updateAgent: { transaction: false, run: agents.updateAgent },
  agentByEmail: { transaction: false, run: agents.agentByEmail },
  agent: { transaction: false, run: agents.agentById },
  agents: { transaction: false, run: agents.allAgents },
  addSession: { transaction: false, run: agents.addSession },
  session: { transaction: false, run: agents.findSession },
  endSessions: { transaction: false, run: agents.endSessions },
  setPresence: { transaction: false, run: agents.setPresence },
  markSeen: { transaction: false, run: agents.markSeen },
  markGone: { transaction: false, run: agents.markGone },
  presences: { transaction: false, run: agents.allPresences },
  services: { transaction: false, run: agents.recentServices },
  read: { transaction: false, run: reads.readEvents },
  conversation: { transaction: false, run: reads.conversation },
  file: { transaction: false, run: readFile },
  keepSeen: { transaction: false, run: seen.keepSeen },
  seenOf: { transaction: false, run: seen.seenOf },
  seqs: { transaction: false, run: reads.lastSeqs },
  openFor: { transaction: false, run: reads.openFor },
  conversationsOf: { transaction: false, run: reads.conversationsOf },
  historyOf: { transaction: false, run: reads.historyOf },
  list: { transaction: false, run: reads.listConversations },
  search: { transaction: false, run: searchConversations },
  rungs: { transaction: false, run: rungs.currentRungs },
  rungHistory: { transaction: false, run: rungs.rungHistory },
  confirmedCounts: { transaction: false, run: rungs.confirmedCounts },
  eventsOf: { transaction: false, run: rungs.eventsOf },
  factsOf: { transaction: false, run: facts.factsOf },
  chain: { transaction: false, run: reads.readChain },
  conversationIds: { transaction: false, run: reads.conversationIds },
  ping: {
    transaction: false,
    async run({ build, run }) {
      await run(build.selectNoFrom((one) => one.lit(1).as('one')).compile());
    },
  },
};
