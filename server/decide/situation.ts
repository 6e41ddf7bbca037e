// What a decision sees beside its input: nothing else enters it, so that a replay can decide again.
import { applyEvent } from '../../shared/apply-event.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { EventBody, Wait } from '../../shared/events.ts';
import type { RolloutMode } from '../../shared/ladder.ts';
import type { Site } from '../site/site.ts';

/** A record of the customer's own: a booking, a bag, an order. */
export interface FactRecord {
  /** The fact source it came from. */
  fact: string;
  id: string;
  /** How the customer would know it, in their language. */
  label: string;
  value: Record<string, unknown>;
}

/** What is known from one fact source: records with their age, or why there are none. */
export type Known =
  | {
      ok: true;
      records: FactRecord[];
      /** Epoch ms at which they were true. */
      at: number;
      /** The business said so of its own accord. */
      pushed?: true;
    }
  | { ok: false; why: 'anonymous' | 'timeout' | 'failed' | 'open' };

/** So many were confirmed in the window (ms) that ends now; with `limit` it is an anomaly. */
export interface Surge {
  count: number;
  limit: number;
  window: number;
  expected: number;
}

/** What the business's side allows right now. */
export interface Gates {
  /** Actions and fact sources whose breaker is open (A3). */
  open: string[];
  /** Actions held for a person (A6). */
  held: string[];
  /** The rung that each action stands on now (A5), and the share of conversations that are on it, 0..1. */
  rollout: Record<string, RolloutMode>;
  shares?: Record<string, number>;
  /** Actions whose next run would be far more than is usual (A6). */
  surges?: Record<string, Surge>;
  /** An answer can be mailed to who is away. */
  mail?: true;
}

/** The human side right now. */
export interface DeskState {
  /** Agents on duty for this site. */
  onDuty: number;
  /** Within the site's hours. */
  hoursOpen: boolean;
  /** Epoch ms of the next shift, when closed. */
  opensAt?: number;
  /** What this conversation would be told if it joined the line now, or where it stands. */
  wait: Wait;
}

export interface Situation {
  id: string;
  conversation: Conversation;
  facts: Record<string, Known>;
  gates: Gates;
  desk: DeskState;
  site: Site;
  /** Epoch ms. */
  now: number;
  /** The next fresh id; a pure source, seeded by the caller. */
  nextId: () => string;
}

/** The situation as it will be once these events are appended: what follows is decided on that. */
export function afterEvents(situation: Situation, events: EventBody[]): Situation {
  let { conversation } = situation;
  for (const body of events) {
    conversation = applyEvent(conversation, { ...body, seq: conversation.inside.seq + 1, at: situation.now });
  }
  return { ...situation, conversation };
}
