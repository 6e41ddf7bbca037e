// A reverse proxy in its smallest form: each new connection goes to the next node, whoever it is from, and to the one
// after it when that is gone. Nothing sticks, which WebSockets do not need.
import { connect, createServer, type Socket } from 'node:net';

export interface RoundRobin {
  port: number;
  close(): Promise<void>;
}

/** `ports` of 127.0.0.1; `port` 0 takes a free one. */
export async function roundRobin(ports: number[], port = 0): Promise<RoundRobin> {
  const sockets = new Set<Socket>();
  let turn = 0;

  const lead = (near: Socket, left: number): void => {
    const far = connect(ports[turn++ % ports.length]!, '127.0.0.1');
    let reached = false;
    sockets.add(far);
    far.once('connect', () => {
      reached = true;
      near.pipe(far).pipe(near);
    });
    far.on('error', () => {
      if (!reached && left > 1 && !near.destroyed) lead(near, left - 1);
      else near.destroy();
    });
    far.on('close', () => {
      sockets.delete(far);
      if (reached) near.destroy();
    });
    near.on('close', () => far.destroy());
  };

  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => near.destroy());
    near.on('close', () => sockets.delete(near));
    lead(near, ports.length);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
