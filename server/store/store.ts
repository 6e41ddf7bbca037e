// The one interface to what is kept. Each implementation (memory, embedded SQLite, Postgres) passes the same
// contract suite. Every method is atomic: it happens whole and durably before its promise resolves, or not at all;
// it rejects with StoreUnavailable (store-unavailable.ts) while the file is locked, full or failing. Of calls that
// are not awaited, one after the other, each may come first.
import type { ConversationStatus } from '../../shared/conversation.ts';
import type { Event, EventBody, EventType } from '../../shared/events.ts';
import type { Rung } from '../../shared/ladder.ts';
import type { BesideLog } from './beside-log.ts';
import type { Found, Search } from './search.ts';

export interface ConversationRow {
  id: string;
  site: string;
  channel: string;
  visitor: string;
  /** `sub` of the verified customer, once identified. */
  customer: string | null;
  status: ConversationStatus;
  /** seq of the last event. */
  seq: number;
  /** Grows whenever the right to speak changes hands (claim, takeover, return): older writers are refused. */
  fence: number;
  createdAt: number;
  updatedAt: number;
  /** Place in line: order by priority, then queuedAt; null when not waiting. It survives a requeue (H9). */
  queuedAt: number | null;
  priority: number;
  claimedAt: number | null;
  agent: { id: string; name: string } | null;
}

/** A due time that survives the process: `turn` (a message awaits its turn), `watchdog`, `expiry`, `promise` … */
export interface Timer {
  conversation: string;
  site: string;
  name: string;
  /** What it is about: a seq, a question. Unique together with conversation and name. */
  ref: string;
  due: number;
}

export interface Append {
  conversation: string;
  at: number;
  /** May be empty, when only row or timers change. */
  events: EventBody[];
  /** Refuse with `moved` unless the log's last seq is this one. */
  expect?: number;
  /** Refuse with `fenced` unless the fence is this one. */
  fence?: number;
  /** Refuse with `status` unless the status is one of these: makes a claim one conditional write (H8). */
  statuses?: ConversationStatus[];
  /** Refuse with `full` unless this agent has fewer than `most` others in hand, on these sites: all that there are. */
  room?: { agent: string; sites: string[]; most: number };
  /** The right to speak changes hands with this write. */
  raiseFence?: boolean;
  row?: Partial<
    Pick<ConversationRow, 'status' | 'customer' | 'queuedAt' | 'priority' | 'claimedAt' | 'agent'>
  >;
  /**
   * The author's own id, within the site, for the first of `events`: the same id and content again is answered
   * with the first seq, whatever has changed since; other content is `conflict`.
   */
  client?: { author: string; id: string };
  /**
   * Set after `clearTimers`; one of the same name and ref gets the new due time. `ref` absent: the seq of the
   * first of `events`.
   */
  setTimers?: { name: string; ref?: string; due: number }[];
  /** `ref` absent: all of that name. */
  clearTimers?: { name: string; ref?: string }[];
  /** What the first of `events` attaches: stored with it, or not at all. */
  file?: { id: string; bytes: Uint8Array };
  /** A service by an agent that ends with this write, for the wait estimate. */
  service?: { agent: string; queuedAt: number; claimedAt: number; endedAt: number; stated: number | null };
}

export type Appended =
  | {
      ok: true;
      /** Empty when it was stored before. */
      events: Event[];
      row: ConversationRow;
      /** It was stored before, at this seq of `row.id` (which may be an earlier conversation of the author). */
      seenAt?: number;
    }
  | {
      ok: false;
      /** `occupied`: the visitor or customer has another conversation that is not resolved; `row` is that one. */
      why: 'not_found' | 'moved' | 'fenced' | 'status' | 'full' | 'conflict' | 'occupied';
      row?: ConversationRow;
    };

export interface NewConversation {
  id: string;
  site: string;
  channel: string;
  visitor: string;
  customer: string | null;
  at: number;
  events: EventBody[];
}

/** One link of the chain as stored: hash = H(previous hash, seq, at, type, digest), digest = H(salt, content) (R4). */
export interface ChainLink {
  seq: number;
  at: number;
  type: string;
  digest: string;
  hash: string;
  /** Both null once erased. */
  salt: string | null;
  content: string | null;
}

export interface AgentRow {
  id: string;
  email: string;
  name: string;
  /** `scrypt$…`; never leaves the server. */
  password: string;
  sites: string[];
  disabled: boolean;
  /** Sees everyone's load and hands conversations to others, on their sites. */
  supervisor: boolean;
  /** Ids of the sites' teams that they belong to. */
  teams: string[];
}

/** What an agent is unless it is said: no supervisor, in no team. */
export type NewAgentRow = Omit<AgentRow, 'supervisor' | 'teams'> &
  Partial<Pick<AgentRow, 'supervisor' | 'teams'>>;

export type AgentChanges = Partial<
  Pick<AgentRow, 'name' | 'password' | 'sites' | 'disabled' | 'supervisor' | 'teams'>
>;

export interface AgentSession {
  /** SHA-256 of the token. */
  token: string;
  agent: string;
  expiresAt: number;
}

export interface Presence {
  agent: string;
  available: boolean;
  capacity: number;
  seenAt: number;
}

export interface Service {
  site: string;
  agent: string;
  queuedAt: number;
  claimedAt: number;
  endedAt: number;
  /** Seconds stated at the handoff, null if none could be. */
  stated: number | null;
}

/** Where an action of a site stood from `at` on (A5); the history is only added to. */
export interface RungRow extends Rung {
  site: string;
  action: string;
  /** Counts from 1 for each action: of two who take the same step one finds its number taken. */
  n: number;
  at: number;
  /** New runs are a person's (A6). */
  held: boolean;
  by: string;
  why: string;
}

/** The timer `alert` of this conversation that goes with a rung, for the webhook. */
export type RungAlert = Pick<Timer, 'conversation' | 'ref' | 'due'>;

/** How often an action was confirmed in the time that begins at `since`. */
export interface ActionCount {
  action: string;
  since: number;
  n: number;
}

export interface LoggedEvent {
  conversation: string;
  event: Event;
}

/** What a business said of a customer of its own accord (A4). */
export interface PushedFacts {
  site: string;
  customer: string;
  fact: string;
  /** When it was true at the business, epoch ms. */
  at: number;
  items: Record<string, unknown>[];
}

export type Erased = boolean | 'under-way';
export type Who = { visitor: string } | { customer: string };
export type HistoryPage = { limit: number; before?: { at: number; id: string } };

export interface Store extends BesideLog {
  /**
   * Begins a conversation with its first events, unless this visitor (or this customer) has one that is not
   * resolved on this site: then that one is returned, `begun: false`, the customer's before the visitor's. It is
   * the caller's to see that `row.customer` is who is asking.
   */
  begin(conversation: NewConversation): Promise<{ row: ConversationRow; events: Event[]; begun: boolean }>;
  append(append: Append): Promise<Appended>;
  /** Events after `after` (seq), in order, at most `limit`. Erased contents are left out. */
  read(conversation: string, after?: number, limit?: number): Promise<Event[]>;
  conversation(id: string): Promise<ConversationRow | undefined>;
  /** The bytes of an attached file; undefined when there is none, or when it was erased. */
  file(id: string): Promise<Uint8Array | undefined>;
  /** The last seq of each of these that there is, by id: cheap enough to ask for all that are connected. */
  seqs(conversations: string[]): Promise<Record<string, number>>;
  /** The one that is not resolved. */
  openFor(site: string, who: Who): Promise<ConversationRow | undefined>;
  /** Latest first. */
  conversationsOf(site: string, who: Who): Promise<ConversationRow[]>;
  /**
   * Those of this customer, or of this visitor while nobody signed in: latest first, at most `limit`. `before`: the
   * last one of the page before.
   */
  historyOf(site: string, who: Who, page: HistoryPage): Promise<ConversationRow[]>;
  /** Waiting and left first, in queue order (priority, queuedAt, id); then the others, latest first. */
  list(sites: string[], statuses: ConversationStatus[], limit: number): Promise<ConversationRow[]>;
  /** Messages, notes and who the customers are, of these sites: one hit a conversation, the latest first. */
  search(search: Search): Promise<Found[]>;

  /**
   * Takes timers that are due, each by one taker for `lease` ms; a timer is gone only when an append clears it.
   * `ahead` given (ms): also turns that are due later than that from now, which only a clock that has gone back leaves.
   */
  takeDue(now: number, lease: number, limit: number, ahead?: number): Promise<Timer[]>;
  /** When the next timer can be taken: its due time, or the end of its lease; undefined when there is none. */
  nextDue(): Promise<number | undefined>;

  addAgent(agent: NewAgentRow): Promise<'added' | 'exists'>;
  updateAgent(email: string, changes: AgentChanges): Promise<boolean>;
  /** In any case of letters. */
  agentByEmail(email: string): Promise<AgentRow | undefined>;
  agent(id: string): Promise<AgentRow | undefined>;
  agents(): Promise<AgentRow[]>;
  addSession(session: AgentSession): Promise<void>;
  /** Undefined once it has expired. */
  session(token: string, now: number): Promise<AgentSession | undefined>;
  endSessions(which: { token: string } | { agent: string }): Promise<void>;
  setPresence(presence: Presence): Promise<void>;
  /** Only when they were seen: what they said of themselves stays. Of those who never said anything, `capacity`. */
  markSeen(agents: string[], seenAt: number, capacity: number): Promise<void>;
  /** Available no more, unless they were seen since `seenAt`; false, and nothing is written, when they were. */
  markGone(agent: string, seenAt: number): Promise<boolean>;
  presences(): Promise<Presence[]>;
  /** Latest first, those that ended after `since` (epoch ms). */
  services(site: string, since: number, limit: number): Promise<Service[]>;

  /** False, and nothing is written, when this action's rung of that number is there already. */
  addRung(rung: RungRow, alert?: RungAlert): Promise<boolean>;
  /** The last rung of each action of the site that has one, by action. */
  rungs(site: string): Promise<RungRow[]>;
  /** Latest first. */
  rungHistory(site: string, action: string, limit: number): Promise<RungRow[]>;
  /** From `since` until before `until`, in buckets of so many ms since the epoch; those without any are left out. */
  confirmedCounts(site: string, since: number, until: number, bucket: number): Promise<ActionCount[]>;
  /** From `since` on, of each type the latest first and at most `limit`. */
  eventsOf(site: string, types: EventType[], since: number, limit: number): Promise<LoggedEvent[]>;

  /**
   * Keeps them unless as new ones or newer ones are there: false then. What was true before `keepSince` (epoch ms)
   * may be dropped, of any customer of the site.
   */
  putFacts(pushed: PushedFacts, keepSince: number): Promise<boolean>;
  /** By the fact's name. */
  factsOf(site: string, customer: string): Promise<PushedFacts[]>;

  /** All links of one conversation's chain as stored, for audit and export. */
  chain(conversation: string): Promise<ChainLink[]>;
  /** Ids after `after` in order, for audit, export and retention; `before` bounds updatedAt. */
  conversationIds(options: {
    after?: string;
    limit: number;
    site?: string;
    before?: number;
  }): Promise<string[]>;
  /**
   * Takes the contents and salts out of all events so far and appends `erased`; the chain stays whole. The
   * conversation ends (`resolved`), and its visitor, customer, timers (but `alert`), files, marks of what was
   * seen and authors' ids are gone. False when there
   * is none, or when something has happened in it at `before` (epoch ms) or since. `under-way`, and nothing is
   * changed, while a call to the business is (under-way.ts).
   */
  erase(conversation: string, by: string, why: string, at: number, before?: number): Promise<Erased>;
  /** A cheap read, for /readyz. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
