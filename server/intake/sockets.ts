// The socket server: which pages may connect, how much one frame may carry, when a silent peer is let go.
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import { type ErrorCode, type Failure, failure } from '../../shared/errors.ts';
import { addressOf, mayConnect, ownOrigin, type Where } from './origin.ts';
import { closeSlowReaders } from './slow-readers.ts';
import { countSockets, type SocketCaps } from './socket-caps.ts';

/** 64 KB a frame: 4,000 characters of four bytes each, escaped, and room to spare. */
const largestFrame = 64 * 1024;

export interface SocketsOptions {
  where: Where;
  sites(): { origins: string[] }[];
  caps: SocketCaps;
  /** A reader that does not read was let go; it held so many bytes. */
  slow(held: number): void;
  /** A connection was refused for there being too many. */
  full(): void;
  /** Reaches the sockets of other nodes. */
  adapter?: ServerOptions['adapter'];
}

export function createSockets(http: HttpServer, options: SocketsOptions): Server {
  const { where, sites, caps, slow, full, adapter } = options;
  const address = (request: IncomingMessage) => addressOf(request, where);
  const io = new Server(http, {
    transports: ['websocket', 'polling'],
    // It would skip the authentication on return; what was missed is asked for by seq instead.
    connectionStateRecovery: undefined,
    maxHttpBufferSize: largestFrame,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    connectTimeout: 5_000,
    ...(adapter ? { adapter } : {}),
    allowRequest(request, decide) {
      const self = ownOrigin(request.headers, where);
      if (!mayConnect(request.headers.origin, self, sites())) return decide(null, false);
      if (!caps.full(address(request))) return decide(null, true);
      full();
      decide(failure('busy').error.message, false);
    },
  });
  io.engine.on('connection', (connection: { request: IncomingMessage }) => {
    connection.request = slim(connection.request);
  });
  countSockets(io.engine, caps, address);
  closeSlowReaders(io.engine, slow);
  return io;
}

/** The reason why a handshake is refused, as Socket.IO carries it: `connect_error` with `data`. */
export function refusal(code: ErrorCode, more: Partial<Failure> = {}): Error & { data: Failure } {
  const { error } = failure(code, more);
  return Object.assign(new Error(error.message), { data: error });
}

const kept = ['origin', 'cookie', 'host', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host'];

/** What the namespaces look at; the whole request would hold some KB for as long as the connection lives. */
function slim(request: IncomingMessage): IncomingMessage {
  const headers = Object.fromEntries(kept.map((name) => [name, request.headers[name]]));
  const { remoteAddress } = request.socket;
  const encrypted = 'encrypted' in request.socket;
  const socket = { remoteAddress, encrypted };
  return { headers, url: '', _query: {}, connection: socket, socket } as unknown as IncomingMessage;
}
