// One attempt at a connection, from its opening to its end. What carries it may differ (websocket-line.ts,
// polling-line.ts); when to open the next one is decided in socket-connection.ts.
import type { Clock } from './clock.ts';

export interface LineParts {
  /** The server's origin: `https://chat.example`. */
  origin: string;
  /** `/customer` or `/agent`. */
  namespace: string;
  auth: object;
  clock: Clock;
}

/** What is heard of it: `joined` or not, then events, and in the end either `refused` or `ended`, once. */
export interface LineListener {
  joined(): void;
  event(name: string, payload: unknown): void;
  /** The server would not have it, for this reason. */
  refused(reason: unknown): void;
  /** Cut, or it never came about; `hung`: nothing was heard, not even a failure. */
  ended(hung: boolean): void;
}

export interface Line {
  /** `answer` is called with the acknowledgement, if one comes. */
  send(event: string, payload: unknown, answer: (ack: unknown) => void): void;
  /** Ends it; its listener hears no more. */
  close(): void;
}

export type OpenLine = (parts: LineParts, listener: LineListener) => Line;

/** An attempt of which nothing is heard for so long hangs. */
export const connectTimeoutMs = 8_000;
