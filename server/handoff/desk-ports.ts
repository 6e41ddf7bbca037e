// What the desk needs from the rest of the server, and what it answers: expected outcomes are values.
import type { Conversation } from '../../shared/conversation.ts';
import type { Failure } from '../../shared/errors.ts';
import type { Event } from '../../shared/events.ts';
import type { Site } from '../site/site.ts';
import type { AgentRow, Append, Appended, ConversationRow, Store } from '../store/store.ts';

export interface Loaded {
  row: ConversationRow;
  conversation: Conversation;
}

export interface DeskDeps {
  store: Store;
  recorder: {
    load(conversation: string): Promise<Loaded | undefined>;
    append(append: Append): Promise<Appended>;
  };
  sites: { get(id: string): Site | undefined };
  /** Epoch ms. */
  now: () => number;
  /** Due times that go with an agent's answer, or with the end: it may have to be mailed. */
  mailTimers?: (loaded: Loaded, ends?: boolean) => NonNullable<Append['setTimers']>;
}

/** The agent who acts; only what their own session says of them. */
export type Acting = Pick<AgentRow, 'id' | 'name' | 'sites'> & Partial<Pick<AgentRow, 'supervisor'>>;

/** `events`: what this write added; empty when it had been done before. */
export type DeskResult = { ok: true; row: ConversationRow; events: Event[] } | { ok: false; error: Failure };

/** As DeskResult, for what an author may send twice: `seq` of the event, the first time's when sent again. */
export type SaidResult = { ok: true; row: ConversationRow; seq: number } | { ok: false; error: Failure };
