// The socket server: which pages may connect, how much one frame may carry, when a silent peer is let go.
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import { type ErrorCode, type Failure, failure } from '../../shared/errors.ts';
import { mayConnect, ownOrigin, type Where } from './origin.ts';

/** 64 KB a frame: 4,000 characters of four bytes each, escaped, and room to spare. */
const largestFrame = 64 * 1024;

/** `adapter`: reaches the sockets of other nodes. */
export function createSockets(
  http: HttpServer,
  where: Where,
  sites: () => { origins: string[] }[],
  adapter?: ServerOptions['adapter'],
): Server {
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
      decide(null, mayConnect(request.headers.origin, self, sites()));
    },
  });
  io.engine.on('connection', (connection: { request: IncomingMessage }) => {
    connection.request = slim(connection.request);
  });
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
