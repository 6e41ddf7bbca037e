// The connection as one line after another: it comes back by itself after every cut, knows a refusal from a cut and a
// dead line from a slow one, falls back to polling, and lets go while the page sleeps. Runs in Node, too.
import { signal } from '@preact/signals-core';
import type { ErrorCode, Failure } from '../../shared/errors.ts';
import { browserClock, type Clock } from './clock.ts';
import type { Connection, ConnectionState } from './connection.ts';
import type { Line, OpenLine } from './line.ts';
import type { Network, NetworkChange } from './network.ts';
import { reconnectPause } from './reconnect-pause.ts';
import { webSocketLine } from './websocket-line.ts';

/** A stored message is acknowledged within milliseconds: after this long the line is dead, whatever it claims. */
const usualAckMs = 8_000;
/** Attempts that may fail in a row where WebSockets have worked before. */
const patience = 3;

/** Refusals that pass by themselves; all others stay until something changes. */
const passing: ReadonlySet<ErrorCode> = new Set(['rate', 'busy', 'unavailable', 'internal']);

/** The catalogue of shared/errors.ts stays on the server: its texts would cost each page more than they give. */
const cutOff: Failure = {
  code: 'unavailable',
  message: '',
};

export interface SocketParts {
  /** `/customer` or `/agent`. */
  namespace: string;
  /** Asked for at each attempt. */
  auth(): object;
  network: Network;
  /** The server's origin; without it the page's own. */
  url?: string;
  clock?: Clock;
  /** 0..1, for the jitter. */
  random?(): number;
  /** How long an acknowledgement is waited for. */
  ackWithinMs?: number;
  /** What carries it, until it fails. */
  openLine?: OpenLine;
}

/** A closed connection; `open` starts it. */
export function socketConnection<Listen, Emit>(parts: SocketParts): Connection<Listen, Emit> {
  const { namespace, auth, network, clock = browserClock(), random = Math.random } = parts;
  const { ackWithinMs = usualAckMs } = parts;
  const state = signal<ConnectionState>('idle');
  const refusal = signal<Failure>();
  const listeners: [event: string, listen: (payload: unknown) => void][] = [];
  /** What waits for an acknowledgement on this line; calling it says that none comes. */
  const unanswered = new Set<() => void>();
  /** What worked last, and, once it is needed, what else might: tried in turns until one works. */
  let usual = parts.openLine ?? webSocketLine();
  let other: OpenLine | undefined;
  let line: Line | undefined;
  let wanted = false;
  let asleep = false;
  /** Attempts since it last worked; whether it ever did. */
  let failures = 0;
  let worked = false;
  let callOff = () => {};
  let unwatch = () => {};

  return {
    state,
    refusal,
    on: (event, listener) => {
      listeners.push([event, listener as (payload: unknown) => void]);
    },
    send(event, payload) {
      const over = line;
      const none = { ok: false, error: cutOff };
      if (!over || state.peek() !== 'online') return Promise.resolve(none as never);
      return new Promise((resolve) => {
        const settle = (answer: unknown) => {
          impatient();
          unanswered.delete(fail);
          resolve(answer as never);
        };
        const fail = () => settle(none);
        // Whether it arrived is unknown then, so the sender repeats it with the same id. A line that is silent for so
        // long is half open; a new one is known to be whole.
        const impatient = clock.after(ackWithinMs, () => {
          fail();
          if (over === line) cut();
        });
        unanswered.add(fail);
        over.send(event, payload, settle);
      });
    },
    open() {
      if (wanted) return;
      wanted = true;
      failures = 0;
      refusal.value = undefined;
      unwatch = network.watch(follow);
      state.value = network.online() ? 'connecting' : 'offline';
      connect();
    },
    close,
    reopen() {
      close();
      this.open();
    },
  };

  function connect(): void {
    callOff();
    hangUp();
    const openLine = failures % 2 === 1 && other ? other : usual;
    line = openLine(
      { origin: parts.url ?? location.origin, namespace, auth: auth(), clock },
      {
        joined() {
          if (openLine === other) [usual, other] = [other, usual];
          failures = 0;
          worked = true;
          refusal.value = undefined;
          state.value = 'online';
        },
        event(name, payload) {
          for (const [wished, listen] of listeners) if (wished === name) listen(payload);
        },
        refused: heedRefusal,
        ended() {
          // A server that restarts is no reason for another transport; a network that lets none through is.
          if (state.peek() !== 'online' && failures >= (worked ? patience : 0)) void alsoPoll();
          cut();
        },
      },
    );
  }

  function hangUp(): void {
    line?.close();
    line = undefined;
    for (const fail of [...unanswered]) fail();
  }

  function close(): void {
    wanted = false;
    asleep = false;
    callOff();
    unwatch();
    state.value = 'idle';
    hangUp();
  }

  /** The line is of no use any more: another one after a pause. */
  function cut(retryAfterMs?: number): void {
    state.value = interrupted();
    hangUp();
    callOff();
    if (!asleep) callOff = clock.after(reconnectPause(failures++, random(), retryAfterMs), connect);
  }

  function heedRefusal(reason: unknown): void {
    const why = asFailure(reason);
    refusal.value = why;
    if (passing.has(why.code)) cut(why.retryAfterMs);
    else {
      state.value = 'refused';
      hangUp();
    }
  }

  function follow(change: NetworkChange): void {
    asleep = change === 'asleep' || (asleep && change !== 'awake');
    // Asleep: an open socket would keep the page out of the back-forward cache. Offline: what comes back later may be
    // another network; and where the device is wrong, the next attempt succeeds.
    if (change === 'asleep' || change === 'offline') cut();
    else if (!asleep && state.value !== 'online' && state.value !== 'refused') {
      state.value = interrupted();
      connect();
    }
  }

  async function alsoPoll(): Promise<void> {
    if (!other) other = (await import('./polling-line.ts').catch(() => undefined))?.pollingLine;
  }

  function interrupted(): ConnectionState {
    return network.online() ? 'reconnecting' : 'offline';
  }
}

/** What the server's middleware gave as the reason; without one it is a fault of ours. */
function asFailure(reason: unknown): Failure {
  const { code, message, retryAfterMs } = (reason ?? {}) as Partial<Failure>;
  return {
    code: code ?? 'internal',
    message: message ?? '',
    ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
  };
}
