// The socket as the pages use it: typed events, a state to show, acknowledgements as values that never throw.
// Models take the interface, so that tests and the gallery hand in one of their own.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Failure } from '../../shared/errors.ts';

/** `idle`: not asked for; `refused`: the server said no, and trying again by itself would not help. */
export type ConnectionState = 'idle' | 'connecting' | 'online' | 'reconnecting' | 'offline' | 'refused';

export type PayloadOf<E> = E extends (payload: infer P, ack: never) => void ? P : never;
export type AnswerOf<E> = E extends (payload: never, ack: (answer: infer A) => void) => void ? A : never;

/** `Listen` and `Emit` are maps by event name, as in shared/protocol.ts. */
export interface Connection<Listen, Emit> {
  readonly state: ReadonlySignal<ConnectionState>;
  /** Why it was refused. */
  readonly refusal: ReadonlySignal<Failure | undefined>;
  /** Listens for an event of the server; to be called before `open`. */
  on<E extends keyof Listen & string>(event: E, listener: Listen[E]): void;
  /** The server's answer. Not connected, cut off or no answer in time: `{ok:false}` with code `unavailable`. */
  send<E extends keyof Emit & string>(event: E, payload: PayloadOf<Emit[E]>): Promise<AnswerOf<Emit[E]>>;
  open(): void;
  close(): void;
  /** Closes and opens anew, with the authentication of this moment. */
  reopen(): void;
}
