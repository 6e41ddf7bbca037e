// What waits for a reader is bounded: then the connection ends at once, and holds nothing.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { type Connection, closeSlowReaders, mostWaiting } from '../../server/intake/slow-readers.ts';

/** A connection as Engine.IO has it: what cannot be written waits, and goes out all at once. */
class Reader extends EventEmitter {
  writeBuffer: { data: string | Buffer }[] = [];
  ended: string[] = [];
  transport = {
    writable: true,
    socket: { terminate: () => void this.ended.push('terminated'), bufferedAmount: 0 },
  };
  close(discard: boolean): void {
    this.ended.push(discard ? 'discarded' : 'closed');
  }
  send(data: string | Buffer): void {
    const packet = { data };
    this.emit('packetCreate', packet);
    this.writeBuffer.push(packet);
    if (this.transport.writable) this.flush();
  }
  flush(): void {
    this.transport.socket.bufferedAmount = this.writeBuffer.reduce<number>(
      (sum, { data }) => sum + data.length,
      0,
    );
    this.writeBuffer = [];
    this.transport.writable = false;
  }
}

function watched() {
  const engine = new EventEmitter();
  let closed = 0;
  let most = 0;
  closeSlowReaders(engine as never, (held) => {
    closed += 1;
    most = held;
  });
  const reader = new Reader();
  engine.emit('connection', reader as unknown as Connection);
  return { reader, closed: () => closed, held: () => most };
}

const kilobyte = 'x'.repeat(1024);

test('one that stalls is let go when 96 KB wait behind what is being written', async () => {
  const { reader, closed } = watched();
  let sent = 0;
  while (reader.ended.length === 0 && sent < 1_000) {
    reader.send(kilobyte);
    sent += 1;
    await new Promise(setImmediate);
  }
  expect(sent * 1024).toBeLessThanOrEqual(mostWaiting + 1024);
  expect(sent).toBeGreaterThan(75);
  expect(reader.ended).toEqual(['terminated', 'discarded']);
  expect(closed()).toBe(1);
});

test('many tiny packets count for what they cost', async () => {
  const { reader } = watched();
  let sent = 0;
  while (reader.ended.length === 0 && sent < 10_000) {
    reader.send('x');
    sent += 1;
    await new Promise(setImmediate);
  }
  expect(sent).toBeLessThan(1_000);
});

test('one that reads slowly, but reads, stays', async () => {
  const { reader, closed } = watched();
  for (let i = 0; i < 1_000; i++) {
    reader.send(kilobyte);
    if (i % 80 === 79) reader.flush();
    await new Promise(setImmediate);
  }
  expect(closed()).toBe(0);
});

test('much that is sent in one go to one that reads it is no stalling', async () => {
  const { reader, closed } = watched();
  for (let i = 0; i < 1_000; i++) reader.send(kilobyte);
  reader.flush();
  await new Promise(setImmediate);
  expect(closed()).toBe(0);
});

test('a long history to one that waits for nothing else is sent whole', () => {
  const { reader, closed } = watched();
  reader.send('x'.repeat(4 * mostWaiting));
  reader.send(Buffer.from(kilobyte));
  expect(closed()).toBe(0);
});

test('of the largest packets, too, one that stalls never holds more than 256 KB', async () => {
  for (const size of [1, 7, 30, 48, 60, 63]) {
    const { reader, closed, held } = watched();
    // What has waited for as long as it may goes out at once, and then nothing is read any more.
    while (closed() === 0) {
      reader.send('x'.repeat(size * 1024));
      const waits = reader.writeBuffer.reduce((sum, { data }) => sum + data.length, 0);
      if (reader.transport.socket.bufferedAmount < 40 * 1024 && waits + size * 1024 > 90 * 1024)
        reader.flush();
      await new Promise(setImmediate);
    }
    expect(held()).toBeGreaterThan(mostWaiting);
    expect(held()).toBeLessThanOrEqual(256 * 1024);
  }
});
