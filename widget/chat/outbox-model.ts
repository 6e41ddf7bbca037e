// What the customer sends, until it is known to be stored: in order, one at a time, each repeated with the same id
// until it is acknowledged or refused. What was typed survives a reload.
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Ack, ErrorCode, Failure } from '../../shared/errors.ts';
import type { CustomerPayload } from '../../shared/protocol.ts';
import type { Clock } from '../ui/clock.ts';
import type { VisitorMemory } from './visitor-memory.ts';

export type Sendable = 'message' | 'choice' | 'human' | 'undo' | 'wait' | 'correct' | 'rating';
export type Sent<N extends Sendable = Sendable> = { [K in N]: { event: K; payload: CustomerPayload<K> } }[N];

export type Parcel<N extends Sendable = Sendable> = Sent<N> & {
  /** Epoch ms of the pressing. */
  at: number;
  /** `stored`: acknowledged, and its event is on its way to this screen. */
  state: 'queued' | 'sending' | 'stored' | 'failed';
  error?: Failure;
};

export interface Outbox {
  readonly parcels: ReadonlySignal<Parcel[]>;
  /** The latest refusal that the customer has to know of; cleared by the next thing sent. */
  readonly trouble: ReadonlySignal<Failure | undefined>;
  add(sent: Sent): void;
  /** Sends a failed one again, under its own id. */
  retry(id: string): void;
  remove(id: string): void;
  /** Takes away what the conversation now shows by itself. */
  settle(isShown: (parcel: Parcel) => boolean): void;
  /** Turns to another visitor: `keep` takes along what is unsent, otherwise it stays with the former. */
  moveTo(memory: VisitorMemory, keep: boolean): void;
  dispose(): void;
}

interface Parts {
  memory: VisitorMemory;
  clock: Clock;
  online: ReadonlySignal<boolean>;
  send(sent: Sent): Promise<Ack<{ seq: number }>>;
  /** Called when something was stored, with its seq. */
  stored?(seq: number): void;
}

/** Older than this after a reload, it waits for the customer to press "try again". */
const freshMs = 15 * 60_000;
const attempts = 4;
const firstPauseMs = 1000;
const passing: ReadonlySet<ErrorCode> = new Set(['rate', 'busy', 'unavailable', 'internal']);

/** An outbox that sends whenever `online` is true; begins with what an earlier page left unsent. */
export function createOutbox({ memory: first, clock, online, send, stored }: Parts): Outbox {
  let memory = first;
  const parcels = signal<Parcel[]>(unsentIn(memory, clock.now()));
  const trouble = signal<Failure>();
  let pumping = false;
  let callOff: (() => void) | undefined;

  const dispose = effect(() => {
    if (online.value) void untracked(pump);
  });

  return {
    parcels,
    trouble,
    add(sent) {
      trouble.value = undefined;
      const parcel: Parcel = { ...sent, at: clock.now(), state: 'queued' };
      parcels.value = [...parcels.value, parcel];
      if (isTyped(parcel)) memory.keepUnsent(parcel.payload.id, JSON.stringify(parcel));
      void pump();
    },
    retry(id) {
      change(id, { state: 'queued' });
      void pump();
    },
    remove,
    settle(isShown) {
      const rest = parcels.value.filter((parcel) => !isShown(parcel));
      if (rest.length < parcels.value.length) parcels.value = rest;
    },
    moveTo(next, keep) {
      const kept = keep ? parcels.value : [];
      for (const parcel of kept.filter(isTyped)) {
        memory.keepUnsent(parcel.payload.id, undefined);
        next.keepUnsent(parcel.payload.id, JSON.stringify(parcel));
      }
      memory = next;
      const known = new Set(kept.map((parcel) => parcel.payload.id));
      const waiting = unsentIn(next, clock.now()).filter((parcel) => !known.has(parcel.payload.id));
      parcels.value = [...waiting, ...kept];
      trouble.value = undefined;
    },
    dispose() {
      dispose();
      callOff?.();
    },
  };

  function remove(id: string): void {
    memory.keepUnsent(id, undefined);
    parcels.value = parcels.value.filter((parcel) => parcel.payload.id !== id);
  }

  function change(id: string, changes: Partial<Pick<Parcel, 'state' | 'error'>>): void {
    parcels.value = parcels.value.map((parcel) =>
      parcel.payload.id === id ? ({ ...parcel, ...changes } as Parcel) : parcel,
    );
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    let tried = 0;
    while (online.peek()) {
      const next = parcels.peek().find(({ state }) => state === 'queued' || state === 'sending');
      if (!next) break;
      const { id } = next.payload;
      change(id, { state: 'sending' });
      const answer = await send(next);
      if (answer.ok) {
        tried = 0;
        trouble.value = undefined;
        accepted(next, answer.seq);
      } else if (!online.peek()) {
        // Cut off before the answer: unknown whether it arrived, so it goes again with the same id.
        change(id, { state: 'queued' });
      } else if (passing.has(answer.error.code) && ++tried < attempts) {
        trouble.value = answer.error;
        await pause(answer.error.retryAfterMs ?? firstPauseMs * 2 ** (tried - 1));
      } else {
        tried = 0;
        refused(next, answer.error);
      }
    }
    pumping = false;
  }

  function accepted(parcel: Parcel, seq: number): void {
    const { id } = parcel.payload;
    memory.keepUnsent(id, undefined);
    // Messages and choices stay until the conversation shows them, so that nothing flickers in between.
    if (parcel.event === 'message' || parcel.event === 'choice') change(id, { state: 'stored' });
    else remove(id);
    stored?.(seq);
  }

  function refused(parcel: Parcel, error: Failure): void {
    trouble.value = error;
    if (isTyped(parcel)) change(parcel.payload.id, { state: 'failed', error });
    else remove(parcel.payload.id);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      callOff = clock.after(ms, resolve);
    });
  }
}

/** Words of the customer's own, which nothing may lose; a button can be pressed again. */
function isTyped({ event, payload }: Sent): boolean {
  return event === 'message' || event === 'correct' || (event === 'wait' && payload.text !== undefined);
}

function unsentIn(memory: VisitorMemory, now: number): Parcel[] {
  return memory
    .unsent()
    .flatMap((kept) => parseParcel(kept) ?? [])
    .map((parcel): Parcel => ({ ...parcel, state: now - parcel.at > freshMs ? 'failed' : 'queued' }))
    .sort((a, b) => a.at - b.at);
}

/** What storage gives back is checked as far as the outbox relies on it; the server checks the rest. */
function parseParcel(kept: string): Parcel | undefined {
  try {
    const parcel = JSON.parse(kept) as Parcel;
    const fits = typeof parcel.payload?.id === 'string' && typeof parcel.at === 'number';
    return fits && isTyped(parcel) ? parcel : undefined;
  } catch {
    // Cut short by another program: nothing can be made of it.
    return undefined;
  }
}
