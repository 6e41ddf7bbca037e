// The connection against a real Socket.IO server that refuses, hangs and comes back, with time in the test's hands.
import { createServer } from 'node:http';
import { signal } from '@preact/signals-core';
import { Server, type Socket } from 'socket.io';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type ErrorCode, failure } from '../../shared/errors.ts';
import { connectTimeoutMs } from '../../widget/ui/line.ts';
import type { Network, NetworkChange } from '../../widget/ui/network.ts';
import { reconnectPause } from '../../widget/ui/reconnect-pause.ts';
import { socketConnection } from '../../widget/ui/socket-connection.ts';
import { webSocketLine } from '../../widget/ui/websocket-line.ts';
import { handClock } from './hand-clock.ts';

type Echo = { echo(payload: string, ack: (answer: { ok: true; said: string }) => void): void };

/** Socket.IO's ping interval and its time-out. */
const silenceMs = 45_000;
const ofNode = () => WebSocket as unknown as typeof globalThis.WebSocket;

async function scene(refused: { code: ErrorCode; retryAfterMs?: number }[] = [], classOf = ofNode) {
  const http = createServer();
  const io = new Server(http);
  let served: Socket | undefined;
  const attempts = signal(0);
  io.of('/customer').use((_socket, next) => {
    attempts.value++;
    const why = refused.shift();
    if (!why) return next();
    next(Object.assign(new Error(why.code), { data: failure(why.code, why).error }));
  });
  io.of('/customer').on('connection', (socket) => {
    served = socket;
    socket.on('echo', (said, ack) => said !== 'into nothing' && ack({ ok: true, said }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const clock = handClock();
  const device = { online: true, tell: (_change: NetworkChange) => {} };
  const network: Network = {
    online: () => device.online,
    watch(listen) {
      device.tell = listen;
      return () => {
        device.tell = () => {};
      };
    },
  };
  const connection = socketConnection<object, Echo>({
    namespace: '/customer',
    auth: () => ({}),
    network,
    url: `http://127.0.0.1:${(http.address() as { port: number }).port}`,
    clock,
    random: () => 0,
    ackWithinMs: 200,
    openLine: webSocketLine(classOf),
  });
  onTestFinished(async () => {
    connection.close();
    await io.close();
  });
  const becomes = (state: string) => expect.poll(() => connection.state.value).toBe(state);
  /** The pauses between attempts pass; an attempt has as long as this machine takes for it. */
  const comesOnline = () =>
    expect
      .poll(() => {
        const due = clock.due();
        if (due !== undefined && due < connectTimeoutMs) clock.pass(due);
        return connection.state.value;
      })
      .toBe('online');
  return { connection, clock, device, attempts, becomes, comesOnline, served: () => served! };
}

describe('the pause before the next attempt', () => {
  it('doubles up to a ceiling, and grows further only where a server stays away', () => {
    const middle = (attempt: number) => reconnectPause(attempt, 0.5);
    expect([0, 1, 2, 3, 29].map(middle)).toEqual([500, 1000, 1000, 1000, 1000]);
    expect([30, 104].map(middle)).toEqual([2000, 2000]);
    expect([105, 106, 107, 125].map(middle)).toEqual([4000, 8000, 16_000, 30_000]);
  });

  it('is spread by half to either side, and never shorter than the server asked for', () => {
    expect([reconnectPause(3, 0), reconnectPause(3, 1)]).toEqual([500, 1500]);
    expect([reconnectPause(0, 0, 8000), reconnectPause(0, 1, 8000)]).toEqual([8000, 10_000]);
  });
});

describe('the connection', () => {
  it('waits as long as a busy server says, then comes in', async () => {
    const { connection, clock, becomes, attempts } = await scene([{ code: 'busy', retryAfterMs: 5000 }]);
    connection.open();
    await becomes('reconnecting');
    expect(connection.refusal.value?.code).toBe('busy');
    expect(clock.due()).toBe(5000);
    clock.pass(4999);
    expect(attempts.value).toBe(1);
    clock.pass(1);
    await becomes('online');
    expect(connection.refusal.value).toBeUndefined();
  });

  it('stays refused where another attempt would change nothing, until it is asked again', async () => {
    const { connection, clock, becomes } = await scene([{ code: 'protocol' }]);
    connection.open();
    await becomes('refused');
    expect(clock.due()).toBeUndefined();
    connection.reopen();
    await becomes('online');
  });

  it('comes back after a cut, with the authentication of that moment', async () => {
    const { connection, clock, becomes, served } = await scene();
    connection.open();
    await becomes('online');
    served().conn.close();
    await becomes('reconnecting');
    clock.pass(500);
    await becomes('online');
  });

  it('gives up a line on which no acknowledgement comes, and opens another', async () => {
    const { connection, clock, becomes } = await scene();
    connection.open();
    await becomes('online');
    expect(await connection.send('echo', 'heard')).toMatchObject({ ok: true, said: 'heard' });
    const unanswered = connection.send('echo', 'into nothing');
    clock.pass(200);
    expect(await unanswered).toMatchObject({ error: { code: 'unavailable' } });
    await becomes('reconnecting');
    expect(await connection.send('echo', 'not connected')).toMatchObject({ ok: false });
    clock.pass(500);
    await becomes('online');
    expect(await connection.send('echo', 'again')).toMatchObject({ said: 'again' });
  });

  it('lets go while the page sleeps, and comes back when it wakes', async () => {
    const { connection, clock, device, becomes, attempts } = await scene();
    connection.open();
    await becomes('online');
    device.tell('asleep');
    await becomes('reconnecting');
    expect(clock.due()).toBeUndefined();
    device.tell('online');
    expect(attempts.value).toBe(1);
    device.tell('awake');
    await becomes('online');
  });

  it('says that the device is offline, goes on trying in case it is wrong, and at once when it is back', async () => {
    const { connection, clock, device, becomes } = await scene();
    connection.open();
    await becomes('online');
    device.online = false;
    device.tell('offline');
    await becomes('offline');
    expect(clock.due()).toBe(250);
    device.online = true;
    device.tell('online');
    await becomes('online');
    expect(clock.due()).toBe(silenceMs);
  });

  it('gives up a line on which the server has long said nothing', async () => {
    const { connection, clock, becomes } = await scene();
    connection.open();
    await becomes('online');
    clock.pass(silenceMs);
    await becomes('reconnecting');
    clock.pass(250);
    await becomes('online');
  });

  it('answers what it was asked, in whatever order, and keeps unknown events to itself', async () => {
    const { connection, becomes, served } = await scene();
    connection.open();
    await becomes('online');
    served().emit('news', { of: 'another version' });
    const said = ['one, [two]', '{"three":4}', '7[8]'];
    const heard = await Promise.all(said.map((words) => connection.send('echo', words)));
    expect(heard).toEqual(said.map((words) => ({ ok: true, said: words })));
  });

  it('goes by polling where the constructor of WebSocket throws', async () => {
    const blocked = class {
      constructor() {
        throw new DOMException('blocked', 'SecurityError');
      }
    };
    const { connection, becomes, comesOnline } = await scene([], () => blocked as never);
    connection.open();
    await comesOnline();
    expect(await connection.send('echo', 'slowly')).toMatchObject({ said: 'slowly' });
    connection.close();
    await becomes('idle');
  });

  it('comes back by WebSocket from an outage in which it tried polling, too', async () => {
    let away = 0;
    const { connection, becomes, comesOnline, served } = await scene([], () =>
      away-- > 0 ? (unreachable as never) : ofNode(),
    );
    connection.open();
    await becomes('online');
    away = 8;
    served().nsp.server.engine.opts.transports = ['websocket'];
    served().conn.close();
    await becomes('reconnecting');
    await comesOnline();
    expect(served().conn.transport.name).toBe('websocket');
  });
});

/** As of a server that is away: it is closed as soon as somebody listens. */
const unreachable = class {
  OPEN = 1;
  readyState = 3;
  set onclose(hear: () => void) {
    queueMicrotask(hear);
  }
  close() {}
};
