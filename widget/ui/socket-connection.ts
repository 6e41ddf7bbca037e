// The connection over Socket.IO: WebSocket, and polling as well once that has failed; back-off with jitter; a refusal is
// told apart from a cut, and a browser that knows it is offline says so at once.
import { signal } from '@preact/signals';
import { io } from 'socket.io-client';
import type { ErrorCode, Failure } from '../../shared/errors.ts';
import type { Connection, ConnectionState } from './connection.ts';
import { WebSocketTransport } from './websocket-transport.ts';

const ackTimeoutMs = 10_000;
const reconnectAfterMs = 500;
const reconnectAtMostMs = 15_000;
/** Attempts that may fail in a row where WebSockets have worked before. */
const patience = 3;

/** Refusals that pass by themselves; all others stay until something changes. */
const passing: ReadonlySet<ErrorCode> = new Set(['rate', 'busy', 'unavailable', 'internal']);

/** The catalogue of shared/errors.ts stays on the server: its texts would cost each page more than they give. */
const cutOff: Failure = {
  code: 'unavailable',
  message: 'No answer came. Your text is kept; try again in a moment.',
};

interface Options {
  /** `/customer` or `/agent`; on the page's own origin. */
  namespace: string;
  /** Asked for at each attempt. */
  auth(): object;
}

/** A closed connection; `open` starts it. */
export function socketConnection<Listen, Emit>({ namespace, auth }: Options): Connection<Listen, Emit> {
  const state = signal<ConnectionState>('idle');
  const refusal = signal<Failure>();
  let wanted = false;
  /** Attempts since it last worked; whether it ever did. */
  let failures = 0;
  let worked = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const socket = io(namespace, {
    autoConnect: false,
    transports: [WebSocketTransport],
    tryAllTransports: true,
    reconnectionDelay: reconnectAfterMs,
    reconnectionDelayMax: reconnectAtMostMs,
    randomizationFactor: 0.5,
    auth: (give) => give(auth()),
  });

  socket.on('connect', () => {
    refusal.value = undefined;
    failures = 0;
    worked = true;
    state.value = 'online';
  });
  socket.on('disconnect', (reason) => {
    if (!wanted) return;
    state.value = interrupted();
    // After a server's own disconnect the library stays away for good; a server that restarts wants us back.
    if (reason === 'io server disconnect') retryAfter(reconnectAfterMs);
  });
  socket.on('connect_error', (error) => {
    if (!wanted) return;
    if (socket.active) {
      state.value = interrupted();
      // A server that restarts is no reason for another transport; a network that lets none through is.
      if (++failures > (worked ? patience : 0)) void alsoPoll(error.message === 'timeout');
      return;
    }
    const why = asFailure((error as { data?: unknown }).data);
    refusal.value = why;
    if (passing.has(why.code)) {
      state.value = interrupted();
      retryAfter(why.retryAfterMs ?? reconnectAfterMs * 4);
    } else state.value = 'refused';
  });

  const nudge = () => {
    if (!wanted || socket.connected || state.value === 'refused') return;
    state.value = interrupted();
    if (navigator.onLine) connect();
  };
  const watch = (on: boolean) => {
    const change = on ? window.addEventListener : window.removeEventListener;
    for (const event of ['online', 'offline', 'pageshow'] as const) change.call(window, event, nudge);
  };

  return {
    state,
    refusal,
    on: (event, listener) => {
      socket.on(event as string, listener as (payload: unknown) => void);
    },
    async send(event, payload) {
      // Socket.IO would keep it and send it later; the outbox decides that here.
      if (!socket.connected) return { ok: false, error: cutOff } as never;
      try {
        return (await socket.timeout(ackTimeoutMs).emitWithAck(event, payload)) as never;
      } catch {
        // Cut off or timed out: whether it arrived is unknown, so the sender repeats it with the same id.
        return { ok: false, error: cutOff } as never;
      }
    },
    open() {
      if (wanted) return;
      wanted = true;
      refusal.value = undefined;
      state.value = navigator.onLine ? 'connecting' : 'offline';
      watch(true);
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
    clearTimeout(again);
    watch(false);
    socket.disconnect();
    state.value = 'idle';
  }

  /** From the next attempt on; where WebSockets hang instead of failing, it goes first and tries them beside it. */
  async function alsoPoll(first: boolean): Promise<void> {
    const { PollingTransport } = await import('./polling-transport.ts').catch(() => ({
      PollingTransport: undefined,
    }));
    if (!PollingTransport) return;
    const both = [WebSocketTransport, PollingTransport];
    socket.io.opts.transports = first ? both.reverse() : both;
  }

  function connect(): void {
    clearTimeout(again);
    socket.connect();
  }

  function retryAfter(ms: number): void {
    clearTimeout(again);
    again = setTimeout(connect, ms * (0.5 + Math.random()));
  }
}

function interrupted(): ConnectionState {
  return navigator.onLine ? 'reconnecting' : 'offline';
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
