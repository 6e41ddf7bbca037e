// How many sockets may be open: in all, and from one address. Refused before anything is kept of them.
import type { IncomingMessage } from 'node:http';
import type { CapName, LimitTable } from './limit-table.ts';

export interface SocketCaps {
  /** Whether one more from this address would be too many. */
  full(address: string): boolean;
  opened(address: string): void;
  closed(address: string): void;
}

/** `off` counts nothing. */
export function createSocketCaps(table: Pick<LimitTable, CapName> | 'off'): SocketCaps {
  if (table === 'off') return { full: () => false, opened: () => {}, closed: () => {} };
  const open = new Map<string, number>();
  let all = 0;
  return {
    full: (address) => all >= table.sockets || (open.get(address) ?? 0) >= table['address-sockets'],
    opened(address) {
      all += 1;
      open.set(address, (open.get(address) ?? 0) + 1);
    },
    closed(address) {
      all -= 1;
      const left = (open.get(address) ?? 0) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    },
  };
}

interface Engine {
  on(
    event: 'connection',
    listener: (connection: {
      request: IncomingMessage;
      on(event: 'close', listener: () => void): unknown;
    }) => void,
  ): unknown;
}

/** Counts the engine's connections by the address that `addressOf` finds. */
export function countSockets(
  engine: Engine,
  caps: SocketCaps,
  addressOf: (request: IncomingMessage) => string,
): void {
  function closed(this: { request: IncomingMessage }): void {
    caps.closed(addressOf(this.request));
  }
  engine.on('connection', (connection) => {
    caps.opened(addressOf(connection.request));
    connection.on('close', closed);
  });
}
