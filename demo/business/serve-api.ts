// Puts a business's API on a port of this machine; each demo API's `startApi` ends here.
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface RunningApi {
  /** Without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** `port` 0 takes a free one. Rejects when the port is taken. */
export function serveApi(app: Hono, port: number): Promise<RunningApi> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) => {
      resolve({ url: `http://127.0.0.1:${address.port}`, close: () => close(server) });
    });
    server.once('error', reject);
  });
}

/** Ends open connections too: a request that a fault holds would keep the server forever. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
