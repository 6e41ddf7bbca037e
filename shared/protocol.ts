// The socket protocol's types, for both sides. Payloads are inferred from protocol-schema.ts; what the server
// sends is written here. Every client event is answered by an Ack.
import type { z } from 'zod';
import type { ConversationStatus } from './conversation.ts';
import type { Ack } from './errors.ts';
import type { SentEvent, Wait } from './events.ts';
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
  assistant: { name: string; automated: true };
  /** The visitor's open conversation, begun with the greeting when there was none. */
  conversation: { id: string; status: ConversationStatus; seq: number };
  /** What asking for a person would mean right now. */
  wait: Wait;
  locale: string;
  hours: { open: boolean; opensAt?: number; timeZone: string };
}

export interface EventBatch {
  conversation: string;
  events: SentEvent[];
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
  /** The agent who has it. */
  agent?: { id: string; name: string };
}

export interface PresenceRow {
  agent: { id: string; name: string };
  available: boolean;
  capacity: number;
  /** Conversations in hand. */
  load: number;
}

export interface Alert {
  id: string;
  at: number;
  level: 'notice' | 'warning';
  text: string;
}

export interface CustomerServerEvents {
  welcome: (welcome: Welcome) => void;
  events: (batch: EventBatch) => void;
  typing: (who: { from: 'assistant' | 'agent' }) => void;
  wait: (wait: Wait) => void;
}

export interface AgentServerEvents {
  queue: (rows: QueueRow[]) => void;
  events: (batch: EventBatch) => void;
  presence: (rows: PresenceRow[]) => void;
  alert: (alert: Alert) => void;
  typing: (who: { conversation: string; from: 'customer' }) => void;
}

type Emit<P, A extends object> = (payload: P, ack: (answer: Ack<A>) => void) => void;
type Seq = { seq: number };

interface CustomerAnswers {
  begin: { conversation: string };
  seen: object;
  typing: object;
  sync: { events: SentEvent[] };
}

interface AgentAnswers {
  available: object;
  list: { queue: QueueRow[]; presence: PresenceRow[] };
  watch: { events: SentEvent[] };
  claim: { events: SentEvent[] };
  takeover: { events: SentEvent[] };
  sync: { events: SentEvent[] };
  unwatch: object;
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
