// The last step of a start: the server takes its port, and says where it is.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listens on the port (0: any free one) and resolves to the address: `http://127.0.0.1:8787`.
 * Rejects with Node's error when the port is taken or the address is none of this machine's.
 */
export async function openPort(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`;
}
