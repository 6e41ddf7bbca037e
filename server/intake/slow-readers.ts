// A reader that does not read: what waits for it is bounded, then its connection ends. It comes back by itself and
// asks for what it missed by seq, so that nothing is lost by it; without the bound one stalled page after another
// would fill the memory (Socket.IO keeps everything until the ping times out).

/**
 * Bytes that may wait behind what is being written. At most as much again is being written, since a flush takes all
 * that has waited, and the packet that is one too many has 64 KB at most: 256 KB for each reader.
 */
export const mostWaiting = 96 * 1024;

/** What a packet costs beside its text, bytes. */
const perPacket = 200;

/** Of Engine.IO's connection what is looked at here. */
export interface Connection {
  writeBuffer: unknown[];
  transport: { writable: boolean; socket?: { terminate(): void; bufferedAmount?: number } };
  on(event: 'packetCreate', listener: (this: Connection, packet: { data?: unknown }) => void): unknown;
  close(discard: boolean): unknown;
}

interface Engine {
  on(event: 'connection', listener: (connection: Connection) => void): unknown;
}

/** `closed` hears of each that was, and how many bytes it held: what waited, and what was being written. */
export function closeSlowReaders(engine: Engine, closed: (held: number) => void, most = mostWaiting): void {
  /** Bytes that wait, of connections that have any: one listener for all, for an idle connection costs nothing. */
  const waiting = new WeakMap<Connection, number>();

  function watch(this: Connection, { data }: { data?: unknown }): void {
    if (this.transport.writable && this.writeBuffer.length === 0) return;
    const before = this.writeBuffer.length === 0 ? 0 : (waiting.get(this) ?? 0);
    const now = before + perPacket + sizeOf(data);
    waiting.set(this, now);
    // Much that is sent in one go waits until its end, whoever reads: what still waits then is not being read.
    if (before <= most && now > most) setImmediate(letGo, this);
  }

  function letGo(connection: Connection): void {
    const waits = waiting.get(connection) ?? 0;
    if (connection.writeBuffer.length === 0 || waits <= most) return;
    waiting.delete(connection);
    closed(waits + (connection.transport.socket?.bufferedAmount ?? 0));
    // A farewell would wait behind all the rest, and hold it in memory until then.
    connection.transport.socket?.terminate();
    connection.close(true);
  }

  engine.on('connection', (connection) => connection.on('packetCreate', watch));
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return data instanceof Uint8Array ? data.byteLength : 0;
}
