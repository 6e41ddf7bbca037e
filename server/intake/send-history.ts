// What was said so far goes out in pages, each when the one before is on its way: a reader that stalls holds two
// pages of a long conversation in memory, not all of it.
import type { Socket } from 'socket.io';
import type { SentEvent } from '../../shared/events.ts';

/** Bytes of a page, about; an event that is longer is a page of its own. */
const pageBytes = 48 * 1024;

type Read = (after: number) => Promise<SentEvent[]>;

/** The events that fit on one page; the first always does. */
export function firstPage(events: SentEvent[], most = pageBytes): SentEvent[] {
  let bytes = 0;
  const end = events.findIndex((event, index) => {
    bytes += JSON.stringify(event).length;
    return index > 0 && bytes > most;
  });
  return end === -1 ? events : events.slice(0, end);
}

/** Sends everything after `after`, page by page; ends early with the connection. */
export async function sendHistory(
  socket: Pick<Socket, 'emit' | 'conn' | 'connected'>,
  conversation: string,
  after: number,
  read: Read,
): Promise<void> {
  for (let seq = after; socket.connected; ) {
    const events = await read(seq);
    const page = firstPage(events);
    if (page.length === 0) return;
    socket.emit('events', { conversation, events: page });
    if (page.length === events.length) return;
    seq = page.at(-1)!.seq;
    await underWay(socket.conn);
  }
}

/** Resolves when nothing waits behind what is being written, or when the connection has ended. */
function underWay(connection: Socket['conn']): Promise<void> {
  if ((connection as unknown as { writeBuffer: unknown[] }).writeBuffer.length === 0)
    return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      connection.off('drain', done);
      connection.off('close', done);
      resolve();
    };
    connection.on('drain', done);
    connection.on('close', done);
  });
}
