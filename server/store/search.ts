// What is searched for in the conversations of a site, and what is found.
import type { ConversationRow } from './store.ts';

export interface Search {
  sites: string[];
  /** Words; all of them have to begin a word of the same text, in any case and without regard to accents. */
  text: string;
  /** Conversations at most. */
  limit: number;
  /** Texts looked through at most, latest first, for each site and type of event: the bound of a search. */
  depth: number;
}

/** The latest text of a conversation that fits a search. */
export interface Found {
  row: ConversationRow;
  seq: number;
  at: number;
  /** What was written, whole; or the name and address that the customer was identified by. */
  text: string;
  by: 'customer' | 'assistant' | 'agent' | 'system' | 'note' | 'identity';
}
