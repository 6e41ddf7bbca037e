// A line to a local port that can be made to hang (connections stay open, and no byte comes through any more), to
// break, and to lead to another port, as of a server that was started anew.
import { connect, createServer, type Socket } from 'node:net';

export interface StallingProxy {
  port: number;
  /** True: nothing passes, in no direction; false: what waited goes on. */
  stall(on: boolean): void;
  /** True: every connection breaks, and new ones are let in nowhere; false: they are again. */
  refuse(on: boolean): void;
  /** Every connection breaks; new ones lead to `to`, if that is given. */
  cut(to?: number): void;
  close(): Promise<void>;
}

/** `first`: a port, or who says at each connection which one it is then. */
export async function stallingProxy(first: number | (() => number)): Promise<StallingProxy> {
  const sockets = new Set<Socket>();
  let to: number | (() => number) = first;
  let stalled = false;
  let refusing = false;
  const hold = (socket: Socket) => (stalled ? socket.pause() : socket.resume());
  const server = createServer((near) => {
    if (refusing) {
      near.destroy();
      return;
    }
    const far = connect(typeof to === 'number' ? to : to(), '127.0.0.1');
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => into.write(bytes));
      // One end that breaks takes the other with it.
      from.on('error', () => into.destroy());
      from.on('close', () => {
        sockets.delete(from);
        into.destroy();
      });
      hold(from);
    }
  });
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    stall(on) {
      stalled = on;
      for (const socket of sockets) hold(socket);
    },
    refuse(on) {
      refusing = on;
      if (on) cutAll();
    },
    cut(next) {
      if (next !== undefined) to = next;
      cutAll();
    },
    close() {
      cutAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
