// A graceful stop: nobody new comes in, those who are here go elsewhere, and what is under way ends first.
import type { Server } from 'node:http';
import type { Server as Sockets } from 'socket.io';

/** Milliseconds for what is under way when the server stops. */
const drainMs = 10_000;

/** Closes sockets and port once `underWay` has ended, or after ten seconds; `last` runs before the sockets' adapter goes. */
export async function drain(
  server: Server,
  io: Sockets,
  underWay: Promise<unknown>,
  last: () => void,
): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Not `disconnectSockets`, after which clients would stay away.
  io.engine.close();
  await Promise.race([underWay, new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
  last();
  await io.close();
  server.closeAllConnections();
  await closed;
}
