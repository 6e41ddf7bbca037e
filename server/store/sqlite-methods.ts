// The store's methods over an open file, as plain synchronous functions: run-group.ts runs them in transactions.
import { withoutHead } from './conversation-columns.ts';
import * as agents from './sqlite-agents.ts';
import { appendEvents, beginConversation } from './sqlite-append.ts';
import { eraseConversation } from './sqlite-erase.ts';
import * as facts from './sqlite-facts.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { readFile } from './sqlite-files.ts';
import { holdLane, leaveLane } from './sqlite-lanes.ts';
import * as reads from './sqlite-reads.ts';
import * as rungs from './sqlite-rungs.ts';
import { searchConversations } from './sqlite-search.ts';
import * as seen from './sqlite-seen.ts';
import { nextDue, takeDue } from './sqlite-timers.ts';
import type { Store } from './store.ts';
import { openConversation, storedConversation } from './stored-conversation.ts';

export type StoreMethod = Exclude<keyof Store, 'close'>;

export type SqliteMethods = {
  [M in StoreMethod]: {
    /** It changes the file: it needs the transaction. */
    writes: boolean;
    run(file: SqliteFile, ...args: Parameters<Store[M]>): Awaited<ReturnType<Store[M]>>;
  };
};

export const sqliteMethods: SqliteMethods = {
  begin: { writes: true, run: beginConversation },
  append: { writes: true, run: appendEvents },
  takeDue: { writes: true, run: takeDue },
  erase: { writes: true, run: eraseConversation },
  addAgent: { writes: true, run: agents.addAgent },
  updateAgent: { writes: true, run: agents.updateAgent },
  addSession: { writes: true, run: agents.addSession },
  endSessions: { writes: true, run: agents.endSessions },
  setPresence: { writes: true, run: agents.setPresence },
  putFacts: { writes: true, run: facts.putFacts },
  markSeen: { writes: true, run: agents.markSeen },
  markGone: { writes: true, run: agents.markGone },
  keepSeen: { writes: true, run: seen.keepSeen },
  addRung: { writes: true, run: rungs.addRung },

  read: { writes: false, run: reads.readEvents },
  conversation: {
    writes: false,
    run(file, id) {
      const stored = storedConversation(file, id);
      return stored && withoutHead(stored);
    },
  },
  file: { writes: false, run: readFile },
  seenOf: { writes: false, run: seen.seenOf },
  seqs: { writes: false, run: reads.lastSeqs },
  holdLane: { writes: false, run: holdLane },
  leaveLane: { writes: false, run: leaveLane },
  openFor: { writes: false, run: openConversation },
  conversationsOf: { writes: false, run: reads.conversationsOf },
  historyOf: { writes: false, run: reads.historyOf },
  list: { writes: false, run: reads.listConversations },
  search: { writes: false, run: searchConversations },
  nextDue: { writes: false, run: nextDue },
  agentByEmail: { writes: false, run: agents.agentByEmail },
  agent: { writes: false, run: agents.agentById },
  agents: { writes: false, run: agents.allAgents },
  session: { writes: false, run: agents.findSession },
  presences: { writes: false, run: agents.allPresences },
  services: { writes: false, run: agents.recentServices },
  rungs: { writes: false, run: rungs.currentRungs },
  rungHistory: { writes: false, run: rungs.rungHistory },
  confirmedCounts: { writes: false, run: rungs.confirmedCounts },
  eventsOf: { writes: false, run: rungs.eventsOf },
  factsOf: { writes: false, run: facts.factsOf },
  chain: { writes: false, run: reads.readChain },
  conversationIds: { writes: false, run: reads.conversationIds },
  ping: {
    writes: false,
    run(file) {
      file.statement('SELECT 1').get();
    },
  },
};
