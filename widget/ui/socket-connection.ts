// The connection over Socket.IO: WebSocket, and polling as well once that has failed. It comes back by itself after every
// cut, knows a refusal from a cut and a dead line from a slow one, and lets go while the page sleeps. Runs in Node, too.
import { signal } from '@preact/signals';
import { io } from 'socket.io-client';
import type { ErrorCode, Failure } from '../../shared/errors.ts';
import { browserClock, type Clock } from './clock.ts';
import type { Connection, ConnectionState } from './connection.ts';
import type { Network, NetworkChange } from './network.ts';
import { reconnectPause } from './reconnect-pause.ts';
import { WebSocketTransport } from './websocket-transport.ts';

const connectTimeoutMs = 8_000;
/** A stored message is acknowledged within milliseconds: after this long the line is dead, whatever it claims. */
const usualAckMs = 8_000;
/** Attempts that may fail in a row where WebSockets have worked before. */
const patience = 3;

/** Refusals that pass by themselves; all others stay until something changes. */
const passing: ReadonlySet<ErrorCode> = new Set(['rate', 'busy', 'unavailable', 'internal']);

/** The catalogue of shared/errors.ts stays on the server: its texts would cost each page more than they give. */
const cutOff: Failure = {
  code: 'unavailable',
  message: 'No answer came. Your text is kept; try again in a moment.',
};

export interface SocketParts {
  /** `/customer` or `/agent`. */
  namespace: string;
  /** Asked for at each attempt. */
  auth(): object;
  network: Network;
  /** The server's origin; '' is the page's own. */
  url?: string;
  clock?: Clock;
  /** 0..1, for the jitter. */
  random?(): number;
  /** How long an acknowledgement is waited for. */
  ackWithinMs?: number;
  /** Of Socket.IO; Node has a WebSocket of its own. */
  transport?: typeof WebSocketTransport;
}

/** A closed connection; `open` starts it. */
export function socketConnection<Listen, Emit>({
  namespace,
  auth,
  network,
  url = '',
  clock = browserClock(),
  random = Math.random,
  ackWithinMs = usualAckMs,
  transport = WebSocketTransport,
}: SocketParts): Connection<Listen, Emit> {
  const state = signal<ConnectionState>('idle');
  const refusal = signal<Failure>();
  let wanted = false;
  let asleep = false;
  /** Attempts since it last worked; whether it ever did. */
  let failures = 0;
  let worked = false;
  let callOff = () => {};
  let unwatch = () => {};
  const socket = io(url + namespace, {
    autoConnect: false,
    forceNew: true,
    // When to come back is decided here, for cuts and refusals alike.
    reconnection: false,
    timeout: connectTimeoutMs,
    transports: [transport],
    tryAllTransports: true,
    auth: (give) => give(auth()),
  });

  socket.on('connect', () => {
    refusal.value = undefined;
    failures = 0;
    worked = true;
    state.value = 'online';
  });
  socket.on('disconnect', () => {
    if (wanted) retry();
  });
  socket.on('connect_error', (error) => {
    if (!wanted) return;
    const isCut = socket.active;
    if (isCut) {
      // A server that restarts is no reason for another transport; a network that lets none through is.
      if (failures >= (worked ? patience : 0)) void alsoPoll(error.message === 'timeout');
      retry();
      return;
    }
    const why = asFailure((error as { data?: unknown }).data);
    refusal.value = why;
    if (passing.has(why.code)) retry(why.retryAfterMs);
    else state.value = 'refused';
  });

  return {
    state,
    refusal,
    on: (event, listener) => {
      socket.on(event as string, listener as (payload: unknown) => void);
    },
    async send(event, payload) {
      // Socket.IO would keep it and send it later; the outbox decides that here.
      if (!socket.connected) return { ok: false, error: cutOff } as never;
      const { id } = socket;
      try {
        return (await socket.timeout(ackWithinMs).emitWithAck(event, payload)) as never;
      } catch {
        // Cut off or timed out: whether it arrived is unknown, so the sender repeats it with the same id. A line that
        // is silent for so long is half open; a new one is known to be whole.
        if (wanted && socket.connected && socket.id === id) socket.disconnect();
        return { ok: false, error: cutOff } as never;
      }
    },
    open() {
      if (wanted) return;
      wanted = true;
      failures = 0;
      refusal.value = undefined;
      unwatch = network.watch(follow);
      state.value = network.online() ? 'connecting' : 'offline';
      socket.connect();
    },
    close,
    reopen() {
      close();
      this.open();
    },
  };

  function close(): void {
    wanted = false;
    asleep = false;
    callOff();
    unwatch();
    socket.disconnect();
    state.value = 'idle';
  }

  function follow(change: NetworkChange): void {
    asleep = change === 'asleep' || (asleep && change !== 'awake');
    if (change === 'asleep') {
      // An open socket would keep the page out of the back-forward cache.
      callOff();
      socket.disconnect();
    } else if (change === 'offline' && socket.connected) {
      // What comes back later may be another network; and where the device is wrong, the next attempt succeeds.
      socket.disconnect();
    } else if (!asleep && !socket.connected && state.value !== 'refused') {
      state.value = interrupted();
      if (change !== 'offline') connect();
    }
  }

  function retry(retryAfterMs?: number): void {
    state.value = interrupted();
    callOff();
    if (!asleep) callOff = clock.after(reconnectPause(failures++, random(), retryAfterMs), connect);
  }

  function connect(): void {
    callOff();
    socket.connect();
  }

  /** From the next attempt on; where WebSockets hang instead of failing, it goes first and tries them beside it. */
  async function alsoPoll(first: boolean): Promise<void> {
    const { PollingTransport } = await import('./polling-transport.ts').catch(() => ({
      PollingTransport: undefined,
    }));
    if (!PollingTransport) return;
    const both = [transport, PollingTransport];
    socket.io.opts.transports = first ? both.reverse() : both;
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
