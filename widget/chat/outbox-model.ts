// What the customer sends, until it is known to be stored: in order, one at a time, each repeated with the same id
// until it is acknowledged or refused. What was typed survives a reload, and all open pages hold the same parcels, of
// which the leading one sends them. No DOM: it runs in Node as well.
import { batch, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals-core';
import type { Ack, ErrorCode, Failure } from '../../shared/errors.ts';
import type { CustomerPayload } from '../../shared/protocol.ts';
import type { Clock } from '../ui/clock.ts';
import { onlyTab, type Tabs } from '../ui/tabs.ts';
import type { TabSays } from './tab-says.ts';
import { outlivesPage, unsentParcels } from './unsent-parcels.ts';
import type { VisitorMemory } from './visitor-memory.ts';

export type Sendable = 'message' | 'choice' | 'human' | 'undo' | 'wait' | 'correct' | 'rating';
export type Sent<N extends Sendable = Sendable> = { [K in N]: { event: K; payload: CustomerPayload<K> } }[N];

export type Parcel<N extends Sendable = Sendable> = Sent<N> & {
  /** Epoch ms of the pressing. */
  at: number;
  /** `stored`: acknowledged, and its event is on its way to this screen. */
  state: 'queued' | 'sending' | 'stored' | 'failed';
  /** Its place in the log, once it is stored. */
  seq?: number;
};

export interface Outbox {
  readonly parcels: ReadonlySignal<Parcel[]>;
  /** The latest refusal that the customer has to know of, also of what is asked beside it; cleared by the next thing sent. */
  readonly trouble: Signal<Failure | undefined>;
  add(sent: Sent): void;
  /** Sends a failed one again, under its own id. */
  retry(id: string): void;
  remove(id: string): void;
  /** Takes away what the conversation now shows by itself. */
  settle(): void;
  /** Another page's parcel, or that one was taken back there. */
  hear(said: Extract<TabSays, { type: 'parcel' | 'gone' }>): void;
  /** Turns to another visitor: `keep` takes along what is unsent, otherwise it stays with the former. */
  moveTo(memory: VisitorMemory, tabs: Tabs, keep: boolean): void;
  dispose(): void;
}

export interface OutboxParts {
  memory: VisitorMemory;
  clock: Clock;
  /** 0..1, for the jitter. */
  random(): number;
  online: ReadonlySignal<boolean>;
  send(sent: Sent): Promise<Ack<{ seq: number }>>;
  /** Whether the conversation on screen shows what was sent. */
  isShown(parcel: Parcel): boolean;
  /** Called when something was stored, with its seq. */
  stored?(seq: number): void;
}

/** So long a server that is busy or broken is asked again before the customer has to press "try again". */
const persistMs = 2 * 60_000;
const firstPauseMs = 1000;
const mostPauseMs = 15_000;
const passing: ReadonlySet<ErrorCode> = new Set(['rate', 'busy', 'unavailable', 'internal']);

/** An outbox that sends whenever `online` is true; begins with what an earlier page left unsent. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { clock, online, send, isShown } = parts;
  let { memory } = parts;
  const tabs = signal<Tabs>(onlyTab('', () => undefined));
  const parcels = signal<Parcel[]>(unsentParcels(memory, clock.now()));
  const trouble = signal<Failure>();
  let pumping = false;
  let callOff: (() => void) | undefined;

  const disposers = [
    effect(() => {
      if (online.value && tabs.value.leads.value) untracked(takeUp);
    }),
    effect(() => {
      // The page that leads may be cut off, or too old for the server: what waits is sent by one that is connected.
      if (online.value && next()) tabs.peek().lead();
    }),
  ];

  return {
    parcels,
    trouble,
    add(sent) {
      // Later than what waits already, also where the device's clock was put back: by this they are in order again.
      const last = parcels.peek().at(-1)?.at ?? 0;
      put({ ...sent, at: Math.max(clock.now(), last + 1), state: 'queued' });
      sendHere();
    },
    retry(id) {
      change(id, { state: 'queued' });
      sendHere();
    },
    remove: takeBack,
    settle,
    hear(said) {
      if (said.type === 'gone') drop(said.id);
      else if (!isShown(said.parcel)) show(said.parcel);
    },
    moveTo(next, joined, keep) {
      const kept = keep ? parcels.peek() : [];
      for (const { payload } of kept) memory.keepUnsent(payload.id, undefined);
      memory = next;
      batch(() => {
        tabs.value = joined;
        trouble.value = undefined;
        parcels.value = unsentParcels(next, clock.now());
        for (const parcel of kept) put(parcel);
      });
    },
    dispose() {
      for (const dispose of disposers) dispose();
      callOff?.();
    },
  };

  /** Someone is at work on this page. */
  function sendHere(): void {
    trouble.value = undefined;
    tabs.peek().lead();
    void pump();
  }

  function next(): Parcel | undefined {
    return parcels.peek().find(({ state }) => state === 'queued' || state === 'sending');
  }

  function settle(): void {
    for (const parcel of parcels.peek()) if (isShown(parcel)) drop(parcel.payload.id);
  }

  /** The lead is here: what a page that ended has left behind is this one's to send. */
  function takeUp(): void {
    for (const left of unsentParcels(memory, clock.now())) if (!find(left.payload.id)) show(left);
    void pump();
  }

  function find(id: string): Parcel | undefined {
    return parcels.peek().find(({ payload }) => payload.id === id);
  }

  function show(parcel: Parcel): void {
    const { id } = parcel.payload;
    const others = parcels.peek();
    parcels.value = find(id)
      ? others.map((one) => (one.payload.id === id ? parcel : one))
      : [...others, parcel];
  }

  function put(parcel: Parcel): void {
    show(parcel);
    const isNews = parcel.state === 'queued' || parcel.state === 'failed';
    if (isNews && outlivesPage(parcel)) memory.keepUnsent(parcel.payload.id, JSON.stringify(parcel));
    tabs.peek().tell({ type: 'parcel', parcel } satisfies TabSays);
  }

  function takeBack(id: string): void {
    drop(id);
    tabs.peek().tell({ type: 'gone', id } satisfies TabSays);
  }

  function drop(id: string): void {
    memory.keepUnsent(id, undefined);
    parcels.value = parcels.peek().filter(({ payload }) => payload.id !== id);
  }

  function change(id: string, changes: Partial<Pick<Parcel, 'state' | 'seq'>>): void {
    const parcel = find(id);
    if (parcel) put({ ...parcel, ...changes } as Parcel);
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    let tried = 0;
    let since = 0;
    for (;;) {
      const first = online.peek() && tabs.peek().leads.peek() && next();
      if (!first) break;
      const { id } = first.payload;
      const from = memory;
      if (tried === 0) since = clock.now();
      if (first.state === 'queued') change(id, { state: 'sending' });
      const answer = await send(first);
      if (answer.ok) {
        tried = 0;
        trouble.value = undefined;
        accepted(first, answer.seq, from);
      } else if (!online.peek()) {
        // Cut off before the answer: unknown whether it arrived, so it goes again with the same id.
        change(id, { state: 'queued' });
      } else if (passing.has(answer.error.code) && clock.now() - since < persistMs) {
        trouble.value = answer.error;
        await pause(tried++, answer.error.retryAfterMs);
      } else {
        tried = 0;
        refused(first, answer.error);
      }
    }
    pumping = false;
  }

  function accepted(parcel: Parcel, seq: number, from: VisitorMemory): void {
    const { id } = parcel.payload;
    // Messages and choices stay until the conversation shows them, so that nothing flickers in between.
    if (parcel.event === 'message' || parcel.event === 'choice') change(id, { state: 'stored', seq });
    else takeBack(id);
    from.keepUnsent(id, undefined);
    settle();
    parts.stored?.(seq);
  }

  function refused(parcel: Parcel, error: Failure): void {
    trouble.value = error;
    if (outlivesPage(parcel)) change(parcel.payload.id, { state: 'failed' });
    else takeBack(parcel.payload.id);
  }

  /** As long as the server says, or ever longer; never sooner, and not all pages at once. */
  function pause(tried: number, retryAfterMs = firstPauseMs * 2 ** tried): Promise<void> {
    const ms = Math.min(mostPauseMs, retryAfterMs) * (1 + parts.random() / 4);
    return new Promise((resolve) => {
      callOff = clock.after(ms, resolve);
    });
  }
}
