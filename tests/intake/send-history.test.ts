// A long conversation goes out in pages that join on to each other, and none is fetched before the last is on its way.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { firstPage, sendHistory } from '../../server/intake/send-history.ts';
import type { SentEvent } from '../../shared/events.ts';

const history = Array.from(
  { length: 100 },
  (_, index): SentEvent => ({
    seq: index + 1,
    prev: index,
    at: 1,
    type: 'message',
    from: 'customer',
    text: 'x'.repeat(4_000),
  }),
);

class Stalling extends EventEmitter {
  writeBuffer: unknown[] = [];
}

function reader() {
  const conn = new Stalling();
  const sent: SentEvent[][] = [];
  const reads: number[] = [];
  const socket = {
    conn,
    connected: true,
    emit(_: string, { events }: { events: SentEvent[] }) {
      sent.push(events);
      conn.writeBuffer.push(events);
      return true;
    },
  };
  const read = async (after: number) => {
    reads.push(after);
    return history.slice(after);
  };
  return { socket, conn, sent, reads, done: sendHistory(socket as never, 'a', 0, read) };
}

test('a page is bounded, and never empty', () => {
  const page = firstPage(history);
  expect(page.length).toBeGreaterThan(5);
  expect(JSON.stringify(page).length).toBeLessThan(64 * 1024);
  expect(firstPage(history, 10)).toHaveLength(1);
  expect(firstPage(history.slice(0, 2))).toHaveLength(2);
  expect(firstPage([])).toEqual([]);
});

test('R3 the pages together are the history, in order', async () => {
  const { conn, sent, done } = reader();
  let ended = false;
  void done.then(() => {
    ended = true;
  });
  while (!ended) {
    await new Promise(setImmediate);
    conn.writeBuffer = [];
    conn.emit('drain');
  }
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.flat()).toEqual(history);
});

test('while a reader stalls nothing further is fetched; when it goes, it ends', async () => {
  const { socket, conn, sent, reads, done } = reader();
  for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  expect([sent.length, reads.length]).toEqual([1, 1]);
  socket.connected = false;
  conn.emit('close');
  await done;
  expect(sent).toHaveLength(1);
});
