// A stop ends: what is under way is ended with, and nobody who went away without a word holds it up.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, expect, it } from 'vitest';
import { createDrain } from '../../server/drain.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function house(answer: RequestListener, patience = { drainMs: 50, leaveMs: 20 }) {
  const server = createServer(answer);
  const io = new Server(server, { transports: ['websocket'] });
  const drain = createDrain(server, io, patience);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const raw = (text: string) => {
    const line = connect(port, '127.0.0.1');
    line.on('error', () => {});
    ends.push(() => line.destroy());
    line.write(text);
    return line;
  };
  return { io, drain, port, raw, server };
}
const nothing = Promise.resolve();

it('a file of which half came and no more holds up no stop', async () => {
  const { drain, raw, server } = await house(() => {});
  raw('PUT /file HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf');
  await once(server, 'request');
  let last = false;
  await drain(nothing, () => {
    last = true;
  });
  expect(last).toBe(true);
  expect(server.listening).toBe(false);
});

it('a phone that hears nothing any more holds up no stop', async () => {
  const { drain, raw, io } = await house(() => {});
  const key = Buffer.from('phone in tunnel.').toString('base64');
  const line = raw(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\n` +
      `upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n\r\n`,
  );
  // It takes no word, so none comes back: the farewell is never answered.
  line.pause();
  await expect.poll(() => io.engine.clientsCount).toBe(1);
  await drain(nothing, () => {});
  const gone = once(line, 'close');
  line.resume();
  await gone;
  // Less than the half minute after which it would be let go by itself.
}, 15_000);

it('R1 what was asked before is answered, and what is under way ends first', async () => {
  let answer = () => {};
  let finish = () => {};
  const { drain, port, server } = await house(
    (_, response) => {
      answer = () => response.end('stored');
    },
    { drainMs: 600_000, leaveMs: 20 },
  );
  const asked = fetch(`http://127.0.0.1:${port}/`);
  await once(server, 'request');
  const told: string[] = [];
  const under = new Promise<void>((resolve) => {
    finish = resolve;
  }).then(() => told.push('under way'));
  const drained = drain(under, () => told.push('last'));
  answer();
  expect(await (await asked).text()).toBe('stored');
  expect(told).toEqual([]);
  finish();
  await drained;
  expect(told).toEqual(['under way', 'last']);
});
