// A graceful stop: nobody new comes in, those who are here go elsewhere, and what is under way ends first.
import type { Server } from 'node:http';
import type { Server as Sockets } from 'socket.io';

export interface Patience {
  /** Milliseconds for what is under way when the server stops. */
  drainMs: number;
  /** Milliseconds in which who is told to go has gone; who hears nothing, as in a tunnel, is let go then. */
  leaveMs: number;
}

const usual: Patience = { drainMs: 10_000, leaveMs: 1_000 };

/** Ends `server` and `io`; resolves within some seconds more than ten, whatever the other ends do. */
export type Drain = (underWay: Promise<unknown>, last: () => void) => Promise<void>;

/**
 * Closes sockets and port once `underWay` and the requests that are here have ended, or after `drainMs`; `last` runs
 * before the sockets' adapter goes. Made with the server, since it counts the requests from the first.
 */
export function createDrain(server: Server, io: Sockets, { drainMs, leaveMs } = usual): Drain {
  let requests = 0;
  let answered = () => {};
  server.on('request', (_, response) => {
    requests += 1;
    response.once('close', () => {
      requests -= 1;
      if (requests === 0) answered();
    });
  });

  return async (underWay, last) => {
    const closed = new Promise((resolve) => server.close(resolve));
    const { clients } = io.engine as unknown as { clients: Record<string, Client> };
    const lines = Object.values(clients).map(({ transport }) => transport);
    // Not `disconnectSockets`, after which clients would stay away.
    io.engine.close();
    const left = Promise.race([closed, pause(leaveMs)]);
    const noRequest = new Promise<void>((resolve) => {
      answered = resolve;
      if (requests === 0) resolve();
    });
    await Promise.race([Promise.all([underWay, noRequest]), pause(drainMs)]);
    last();
    await left;
    // `io.close` waits for every connection, and a WebSocket half a minute for the other end's farewell.
    for (const { socket } of lines) socket?.terminate();
    server.closeAllConnections();
    await Promise.race([Promise.all([io.close(), closed]), pause(leaveMs)]);
  };
}

/** Of what a connection is to the library, as far as it is needed here; only a WebSocket has a socket. */
interface Client {
  transport: { socket?: { terminate(): void } };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
