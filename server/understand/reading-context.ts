// What a message is read in the light of: the open question, the turns before it, the customer's own records.
import type { QuestionChoice } from './read-answer.ts';

export interface PastMessage {
  from: 'customer' | 'assistant' | 'agent' | 'system';
  text: string;
  /** Epoch ms. */
  at: number;
}

/** One object of the customer's own: a booking, a bag, an order. */
export interface OwnRecord {
  /** Id of the fact source that it came from. */
  fact: string;
  id: string;
  /** How the customer would know it, in the language of the conversation. */
  label: string;
  value: Record<string, unknown>;
}

export interface ReadingContext {
  question?: { kind: 'clarify' | 'detail' | 'confirm'; choices: QuestionChoice[] };
  /** The last ten messages, oldest first, without the one that is read. */
  recent: PastMessage[];
  /** Intents acted on or asked about lately, latest first. */
  lastIntents: string[];
  records: OwnRecord[];
  /** BCP 47, of the conversation so far. */
  locale: string;
  /** When it was written, epoch ms. */
  now: number;
  /** IANA name. */
  timeZone: string;
}
