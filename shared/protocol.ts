// The socket protocol's types, for both sides. Payloads are inferred from protocol-schema.ts; what the server
// sends is written here. Every client event is answered by an Ack.
import type { z } from 'zod';
import type { ConversationStatus } from './conversation.ts';
import type { Ack } from './errors.ts';
import type { SentEvent, Wait } from './events.ts';
import type { RolloutMode, Rung } from './ladder.ts';
import type { agentSchemas, customerSchemas } from './protocol-schema.ts';

export const protocolVersion = 1;

export type CustomerEventName = keyof typeof customerSchemas;
export type CustomerPayload<N extends CustomerEventName> = z.infer<(typeof customerSchemas)[N]>;
export type AgentEventName = keyof typeof agentSchemas;
export type AgentPayload<N extends AgentEventName> = z.infer<(typeof agentSchemas)[N]>;

export interface Welcome {
  protocol: number;
  /** Signed session of this visitor; to be sent as `auth.token` next time. */
  token: string;
  visitor: string;
  /** Now, epoch ms: by it a page whose device has another time counts. Absent from an older server. */
  at?: number;
  assistant: { name: string; automated: true };
  /** The visitor's open conversation, begun with the greeting when there was none. */
  conversation: { id: string; status: ConversationStatus; seq: number };
  /** What asking for a person would mean right now. */
  wait: Wait;
  locale: string;
  hours: { open: boolean; opensAt?: number; timeZone: string };
  /** An answer can be mailed to who is away. */
  mail?: true;
}

export interface EventBatch {
  conversation: string;
  events: SentEvent[];
}

/** The other side has seen the conversation up to `seq`; `at`: when they got so far, epoch ms. */
export interface SeenSaid {
  conversation: string;
  seq: number;
  at: number;
}

export interface QueueRow {
  conversation: string;
  site: string;
  status: ConversationStatus;
  /** Place in line from 1; 0 when not waiting. */
  position: number;
  /** Seconds since the handoff. */
  waiting: number;
  /** Seconds stated to the customer at the handoff; null if none could be. */
  within: number | null;
  reason: string;
  mood: { frustration: number; urgency: number; confusion: number };
  /** The intent in words. */
  wants: string;
  name?: string;
  /** A proposal that needs an agent's word; `until`: epoch ms, where it runs on that word. */
  needs?: { action: string; until?: number };
  /** The agent who has it. */
  agent?: { id: string; name: string };
  /** What the customer left: a message, or where to call them back. */
  reach?: 'message' | 'callback';
}

export interface PresenceRow {
  agent: { id: string; name: string };
  available: boolean;
  capacity: number;
  /** Conversations in hand. */
  load: number;
  /** Ids of the teams that they belong to. */
  teams: string[];
}

/** One of the customer's own conversations, as their list shows it. */
export interface ConversationLine {
  conversation: string;
  status: ConversationStatus;
  /** Epoch ms of its beginning. */
  at: number;
  /** The beginning of what the customer first said; absent while they said nothing. */
  text?: string;
  /** The last agent who wrote lately. */
  agent?: string;
  /** A person has written since the customer last looked. */
  unread?: true;
}

/** A conversation that a search found, with the text that fits. */
export interface FoundRow {
  conversation: string;
  site: string;
  status: ConversationStatus;
  name?: string;
  /** Epoch ms of the text. */
  at: number;
  text: string;
  by: 'customer' | 'assistant' | 'agent' | 'system' | 'note' | 'identity';
}

/** An article for this conversation, best first; `score` 0..1. */
export interface Suggestion {
  id: string;
  title: string;
  url?: string;
  /** The passage that fits. */
  text: string;
  score: number;
  /** What an agent said of it in this conversation. */
  useful?: boolean;
}

/** How many who were told a wait since midnight (on the site's clock) were served within it. */
export interface Promises {
  kept: number;
  broken: number;
  /** They still wait, and their time is not over. */
  open: number;
}

/** What a supervisor sees of one site. */
export interface SiteOverview {
  site: string;
  promises: Promises;
  /** Conversations that agents ended since midnight, and what one took on average, s (null when none). */
  handled: number;
  meanHandling: number | null;
  waiting: number;
  /** Seconds that the longest wait has lasted; 0 when nobody waits. */
  longest: number;
  onDuty: number;
  /** Places of those on duty, and how many are taken. */
  capacity: number;
  load: number;
}

/** What a supervisor sees of one agent. */
export interface AgentOverview extends PresenceRow {
  handled: number;
  promises: Promises;
  /** In hand, with the seconds for which an answer is owed (null when none is). */
  inHand: { conversation: string; site: string; name?: string; owed: number | null }[];
}

export interface Overview {
  /** Epoch ms of the counting. */
  at: number;
  sites: SiteOverview[];
  agents: AgentOverview[];
}

export interface Alert {
  id: string;
  at: number;
  level: 'notice' | 'warning';
  text: string;
}

/** Where an action of a site stands (A5), and who moved it last. */
export interface RolloutRow extends Rung {
  site: string;
  action: string;
  label: string;
  /** New runs are a person's (A6). */
  held: boolean;
  /** What the site allows. */
  atMost: Rung;
  at?: number;
  by?: string;
  why?: string;
}

/** What the log tells of an action since it came to its rung; `low` and `high` bound the agreement at 95 %. */
export interface RolloutEvidence {
  n: number;
  agreed: number;
  edited: number;
  refused: number;
  unanswered: number;
  ran: number;
  failed: number;
  unknown: number;
  undone: number;
  low: number;
  high: number;
  next: { to: RolloutMode; warranted: boolean; why: string } | null;
}

export interface CustomerServerEvents {
  welcome: (welcome: Welcome) => void;
  events: (batch: EventBatch) => void;
  typing: (who: { from: 'assistant' | 'agent' }) => void;
  wait: (wait: Wait) => void;
  /** By the agent who has the conversation. */
  seen: (said: SeenSaid) => void;
}

export interface AgentServerEvents {
  queue: (rows: QueueRow[]) => void;
  events: (batch: EventBatch) => void;
  presence: (rows: PresenceRow[]) => void;
  rollout: (rows: RolloutRow[]) => void;
  alert: (alert: Alert) => void;
  typing: (who: { conversation: string; from: 'customer' }) => void;
  /** By the customer. */
  seen: (said: SeenSaid) => void;
}

type Emit<P, A extends object> = (payload: P, ack: (answer: Ack<A>) => void) => void;
type Seq = { seq: number };

interface CustomerAnswers {
  /** A path on this server, to which the bytes are PUT within ten minutes. */
  attach: { upload: string };
  /** A path on this server. */
  file: { url: string };
  begin: { conversation: string };
  /** A file to keep. */
  transcript: { name: string; content: string };
  /** The site's language that it came to. */
  locale: { locale: string };
  seen: object;
  typing: object;
  sync: { events: SentEvent[] };
  /** `more`: there are further ones, before the last. */
  conversations: { conversations: ConversationLine[]; more: boolean };
}

interface AgentAnswers {
  /** A path on this server, to which the bytes are PUT within ten minutes. */
  attach: { upload: string };
  file: { url: string };
  available: object;
  list: { queue: QueueRow[]; presence: PresenceRow[] };
  watch: { events: SentEvent[] };
  claim: { events: SentEvent[] };
  takeover: { events: SentEvent[] };
  sync: { events: SentEvent[] };
  search: { found: FoundRow[] };
  suggest: { articles: Suggestion[] };
  overview: { overview: Overview };
  evidence: { evidence: RolloutEvidence };
  step: object;
  unwatch: object;
  seen: object;
  typing: object;
}

export type CustomerClientEvents = {
  [N in CustomerEventName]: Emit<
    CustomerPayload<N>,
    N extends keyof CustomerAnswers ? CustomerAnswers[N] : Seq
  >;
};
export type AgentClientEvents = {
  [N in AgentEventName]: Emit<AgentPayload<N>, N extends keyof AgentAnswers ? AgentAnswers[N] : Seq>;
};
