// A connection in the test's hands: it records what is sent, answers as told, and plays the server's events.
import { signal } from '@preact/signals-core';
import type { Ack, ErrorCode, Failure } from '../../shared/errors.ts';
import { failure } from '../../shared/errors.ts';
import type { EventBody, SentEvent, Wait } from '../../shared/events.ts';
import type { Welcome } from '../../shared/protocol.ts';
import type { CustomerConnection } from '../../widget/chat/customer-connection.ts';
import type { ConnectionState } from '../../widget/ui/connection.ts';

export const someWait: Wait = { position: 1, within: 240, confidence: 0.9, basis: 'history' };

interface Call {
  event: string;
  payload: Record<string, unknown>;
  /** Settles what the sender awaits. */
  answer(ack: Ack<object>): void;
}

export interface FakeConnection extends CustomerConnection {
  readonly calls: Call[];
  /** The authentication of each opening. */
  readonly auths: Record<string, unknown>[];
  sent(event: string): Call[];
  /** Connected and welcomed. */
  welcome(more?: Partial<Welcome>): void;
  play(events: SentEvent[], conversation?: string): void;
  hear(event: string, payload: unknown): void;
  cut(): void;
  refuse(code: ErrorCode): void;
}

export function fakeConnection(auth: () => object): FakeConnection {
  const state = signal<ConnectionState>('idle');
  const refusal = signal<Failure>();
  const listeners: [event: string, listen: (payload: never) => void][] = [];
  const calls: Call[] = [];
  const auths: Record<string, unknown>[] = [];
  const waiting = new Set<Call>();
  const hear = (event: string, payload: unknown) => {
    for (const [name, listen] of listeners) if (name === event) listen(payload as never);
  };
  const cutOff = () => {
    for (const call of waiting) call.answer(failure('unavailable'));
  };
  return {
    state,
    refusal,
    calls,
    auths,
    hear,
    sent: (event) => calls.filter((call) => call.event === event),
    on: (event, listener) => {
      listeners.push([event, listener as (payload: never) => void]);
    },
    send: (event, payload) =>
      new Promise((resolve) => {
        const call: Call = {
          event,
          payload: payload as Record<string, unknown>,
          answer(ack) {
            waiting.delete(call);
            resolve(ack as never);
          },
        };
        waiting.add(call);
        calls.push(call);
      }),
    open() {
      auths.push(JSON.parse(JSON.stringify(auth())));
      state.value = 'connecting';
    },
    close() {
      state.value = 'idle';
      cutOff();
    },
    reopen() {
      this.close();
      this.open();
    },
    welcome(more = {}) {
      state.value = 'online';
      hear('welcome', {
        protocol: 1,
        token: 'token-1',
        visitor: 'v1',
        assistant: { name: 'Ana', automated: true },
        conversation: { id: 'c1', status: 'assistant', seq: 0 },
        wait: someWait,
        locale: 'en',
        hours: { open: true, timeZone: 'Europe/Berlin' },
        ...more,
      });
    },
    play: (events, conversation = 'c1') => hear('events', { conversation, events }),
    cut() {
      state.value = 'reconnecting';
      cutOff();
    },
    refuse(code) {
      refusal.value = failure(code).error;
      state.value = 'refused';
    },
  };
}

/** Events in a row as the server sends them; `at` counts in seconds from an hour of a day. */
export function eventRow(bodies: EventBody[], from = 1): SentEvent[] {
  return bodies.map(
    (body, i) =>
      ({ ...body, seq: from + i, prev: from + i - 1, at: 1_763_700_000_000 + i * 1000 }) as SentEvent,
  );
}
