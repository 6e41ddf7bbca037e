// What a decision is about: an event of the customer with its reading, an outcome, a timer, an agent's event.
import type { Outcome } from '../../shared/events.ts';
import type { Understanding } from '../../shared/understanding.ts';

export type Input =
  | { kind: 'opened' }
  /** `passages`: what the articles say to it, best first. */
  | { kind: 'message'; seq: number; text: string; reading: Understanding; passages: Passage[] }
  /** An attached file: the assistant cannot look into it. */
  | { kind: 'file'; seq: number }
  | { kind: 'choice'; seq: number; question: string; choice: string }
  | { kind: 'asked'; seq: number; what: 'human' | 'undo' | 'again'; proposal?: string; question?: string }
  | {
      kind: 'waited';
      seq: number;
      choice: 'keep' | 'message' | 'callback' | 'mail' | 'assistant';
      contact?: string;
      text?: string;
    }
  | { kind: 'corrected'; seq: number; field: string; text: string }
  | { kind: 'rated'; seq: number; score: number }
  | {
      kind: 'outcome';
      of: 'run' | 'undo' | 'hold' | 'release';
      /** The proposal's id; a hold has the id that its proposal will have. */
      proposal: string;
      outcome: Outcome;
      ms: number;
      reference?: string;
      why?: string;
      result?: unknown;
    }
  | { kind: 'timer'; name: TimerName; ref: string }
  | { kind: 'agent'; did: 'returned' }
  /** An agent's word on what the customer confirmed is in the log. */
  | { kind: 'agent'; did: 'approved'; proposal: string };

/**
 * `watchdog`: a message is about to go unanswered (N1); `expiry`: a confirmation's five minutes are over (D3);
 * `release`: what was set aside is to be given free (A4).
 */
export type TimerName = 'watchdog' | 'expiry' | 'approval' | 'promise' | 'agent-clock' | 'release';

/** A passage of an article that answers, with its score 0..1. */
export interface Passage {
  article: string;
  title: string;
  url?: string;
  text: string;
  score: number;
}

export type MessageInput = Extract<Input, { kind: 'message' }>;
