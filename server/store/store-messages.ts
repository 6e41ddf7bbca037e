// What goes between the store's proxy and its thread. Both are of one build, so nothing here is parsed.
import type { StoreCall } from './run-group.ts';

/** All that was asked for in one go, or the wish to close. */
export type ToStore = { calls: (StoreCall & { id: number })[] } | { close: true };

export interface SentError {
  name: string;
  message: string;
  stack?: string;
  unavailable: boolean;
}

export type Answer = { id: number } & ({ value: unknown } | { error: SentError });

export type FromStore = { opened: true } | { failed: SentError } | { answers: Answer[] };
