// What no well-meaning page sends: each gets a clear error or a closed socket, the server lives, and the
// customer beside it notices nothing.
import { connect } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { standardLimits } from '../../server/intake/limit-table.ts';
import { agent } from '../helpers/agent.ts';
import { customer, refusalOf } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

const world = await createWorld();

/** Sends what a client library would not: `frame` as it stands, after the connection's own beginning. */
function raw(socket: Socket, frame: string): void {
  (socket.io.engine as unknown as { transport: { ws: { send(text: string): void } } }).transport.ws.send(
    frame,
  );
}

function closed(socket: Socket): Promise<string> {
  return new Promise((resolve) => socket.once('disconnect', resolve));
}

async function refusedHandshake(auth: object, options: object = {}): Promise<unknown> {
  const socket = io(`${world.url}/customer`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    ...options,
  });
  try {
    return await new Promise((resolve, reject) => {
      socket.once('connect_error', (error) => resolve(refusalOf(error) ?? error.message));
      socket.once('connect', () => reject(new Error('was let in')));
    });
  } finally {
    socket.close();
  }
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a payload that is none', () => {
  const cases: [string, unknown][] = [
    ['null', null],
    ['an array', []],
    ['a number', 7],
    ['an object for the text', { id: 'a', text: { toString: 1 } }],
    ['an unknown key', { id: 'a', text: 'x', more: 1 }],
    ['a prototype', JSON.parse('{"id":"a","text":"x","__proto__":{"polluted":1}}')],
    ['no text', { id: 'a' }],
    ['only what cannot be seen', { id: 'a', text: '\u0000 \u0007' }],
  ];
  it.each(cases)('%s: bad_request, and nothing is stored', async (_, payload) => {
    const eve = await customer(world);
    const before = await world.parts.store.conversation(eve.conversation);
    const ack = await eve.send('message', payload);
    expect(ack).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    expect((await world.parts.store.conversation(eve.conversation))?.seq).toBe(before?.seq);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    eve.leave();
  });

  it('missing, doubled, or without an acknowledgement: ignored or refused', async () => {
    const eve = await customer(world);
    expect(await eve.socket.timeout(5000).emitWithAck('message')).toMatchObject({
      error: { code: 'bad_request' },
    });
    const two = await eve.socket.timeout(5000).emitWithAck('message', { id: 'a', text: 'x' }, 'more');
    expect(two).toMatchObject({ error: { code: 'bad_request' } });
    eve.socket.emit('message', null);
    eve.socket.emit('message', { id: 'a', text: 'x' }, 'not a function');
    expect((await eve.send('typing', {})).ok).toBe(true);
    eve.leave();
  });

  it('8,000 deep: refused before anything recurses', async () => {
    const eve = await customer(world);
    raw(eve.socket, `42/customer,["message",${nested(8000)}]`);
    raw(eve.socket, `42/customer,["sync",{"conversation":${nested(8000)},"after":0}]`);
    expect((await eve.send('typing', {})).ok).toBe(true);
    eve.leave();
  });

  it('longer than 4,000 characters: too_long; 4,000 are taken', async () => {
    const eve = await customer(world);
    const long = await eve.send('message', { id: 'a', text: 'x'.repeat(4001) });
    expect(long).toMatchObject({ ok: false, error: { code: 'too_long' } });
    expect((await eve.send('message', { id: 'b', text: 'x'.repeat(4000) })).ok).toBe(true);
    eve.leave();
  });
});

describe('a frame that is none', () => {
  it.each([
    ['not JSON', '42/customer,["message",{'],
    ['a reserved event', '42/customer,["disconnect"]'],
    ['65 KB', `42/customer,["message",{"id":"a","text":"${'x'.repeat(65 * 1024)}"}]`],
    ['a packet of no type', '4z'],
  ])('%s: the socket is closed, the neighbour is not', async (_, frame) => {
    const [eve, ada] = [await customer(world), await customer(world, { as: 'cust-one' })];
    const end = closed(eve.socket);
    raw(eve.socket, frame);
    await end;
    expect(ada.socket.connected).toBe(true);
    expect((await ada.send('typing', {})).ok).toBe(true);
    ada.leave();
  });
});

describe('a connection that says nothing', () => {
  it('is closed, whether it never says who it is or never comes to an end', async () => {
    const silent = new WebSocket(`${world.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    await new Promise((resolve) => silent.once('message', resolve));
    await new Promise((resolve) => silent.once('close', resolve));
    const { hostname, port } = new URL(world.url);
    const slow = connect(Number(port), hostname);
    slow.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const answer = await new Promise<string>((resolve) =>
      slow.once('data', (data) => resolve(data.toString())),
    );
    expect(answer).toContain('408');
  });
});

describe('an event that is none', () => {
  it.each([
    'nope',
    'agent:claim',
    'claim',
    'reply',
    'note',
    'join',
    'subscribe',
    'constructor',
    'toString',
    'error',
    '__proto__',
  ])('%s: unknown_event', async (event) => {
    const eve = await customer(world);
    expect(await eve.send(event, { conversation: 'other', room: 'agents' })).toMatchObject({
      ok: false,
      error: { code: 'unknown_event' },
    });
    eve.leave();
  });
});

describe('what is another’s', () => {
  it('a foreign conversation answers exactly as one that does not exist', async () => {
    const [ada, eve] = [await customer(world, { as: 'cust-one' }), await customer(world)];
    const foreign = await eve.sync(ada.conversation);
    expect(foreign).toEqual(await eve.sync('there-is-none'));
    expect(foreign).toMatchObject({ ok: false, error: { code: 'not_found' } });
    const same = await customer(world, { after: { conversation: ada.conversation, seq: 0 } });
    expect(same.conversation).not.toBe(ada.conversation);
    for (const who of [ada, eve, same]) who.leave();
  });

  it('the questions and proposals of another conversation are not found', async () => {
    const [ada, eve] = [await customer(world, { as: 'cust-two' }), await customer(world)];
    await ada.say('I need to cancel my bag');
    const { id, proposal } = await ada.until('a question', () => ada.question);
    const foreign = await eve.send('choice', { id: 'a', question: id, choice: 'do' });
    expect(foreign).toEqual(await eve.send('choice', { id: 'b', question: 'there-is-none', choice: 'do' }));
    expect(foreign).toMatchObject({ error: { code: 'not_found' } });
    const undone = await eve.send('undo', { id: 'c', proposal: proposal ?? 'p' });
    expect(undone).toMatchObject({ error: { code: 'not_found' } });
    for (const who of [ada, eve]) who.leave();
  });

  it('ids cannot be guessed at length: 60 a minute, then rate', async () => {
    const limited = await createWorld({ limits: { ...standardLimits, event: 10_000, address: 10_000 } });
    const eve = await customer(limited);
    const codes = new Map<string, number>();
    for (let guess = 0; guess < 70; guess++) {
      const ack = await eve.sync(`guess-${guess}`);
      const code = ack.ok ? 'ok' : ack.error.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ not_found: 60, rate: 10 });
  });
});

describe('too much', () => {
  it('ten messages are taken at once, then rate says when to come again', async () => {
    const limited = await createWorld({ limits: standardLimits });
    const eve = await customer(limited);
    const acks = await Promise.all(
      Array.from({ length: 14 }, (_, n) => eve.send('message', { id: `m${n}`, text: `message ${n}` })),
    );
    expect(acks.filter(({ ok }) => ok)).toHaveLength(10);
    const refused = acks.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: { code: 'rate' } });
    expect(refused?.ok === false && refused.error.retryAfterMs).toBeGreaterThan(0);
  });
});

describe('a handshake', () => {
  it.each([
    ['no protocol', { site: 'airline' }, 'protocol'],
    ['another protocol', { protocol: 2, site: 'airline' }, 'protocol'],
    ['no site', { protocol: 1 }, 'bad_request'],
    ['a site that is not there', { protocol: 1, site: 'nowhere' }, 'not_found'],
    ['an unknown key', { protocol: 1, site: 'airline', admin: true }, 'bad_request'],
    ['depth', { protocol: 1, site: JSON.parse(nested(500)) }, 'bad_request'],
    ['an identity that proves nothing', { protocol: 1, site: 'airline', identity: 'a.b.c' }, 'unauthorized'],
  ])('with %s is refused', async (_, auth, code) => {
    expect(await refusedHandshake(auth)).toMatchObject({ code });
  });

  it('from a page of another origin is refused on both transports', async () => {
    const auth = { protocol: 1, site: 'airline' };
    for (const transport of ['websocket', 'polling']) {
      const headers = { origin: 'https://evil.example' };
      const answer = await refusedHandshake(auth, { transports: [transport], extraHeaders: headers });
      expect(answer, transport).toMatch(/error/);
    }
  });

  it('with a token that is not ours begins afresh', async () => {
    const someone = await customer(world, { token: 'eyJhbGciOiJub25lIn0.e30.' });
    expect(someone.welcome.token.split('.')[2]).toBeTruthy();
    expect(await world.parts.store.conversation(someone.conversation)).toMatchObject({ customer: null });
    someone.leave();
  });

  it('of an agent without a session is refused', async () => {
    const socket = io(`${world.url}/agent`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: 1, token: 'nobody' },
    });
    const error = await new Promise((resolve) => socket.once('connect_error', resolve));
    expect(refusalOf(error)).toMatchObject({ code: 'unauthorized' });
    socket.close();
  });
});

describe('a fault of ours', () => {
  it('is answered as internal, leaves the server alive, and is logged without the payload', async () => {
    let broken = false;
    const faulty = await createWorld({
      storeOf: (store) => ({
        ...store,
        append: (append) =>
          broken ? Promise.reject(new Error('the disk is on fire')) : store.append(append),
      }),
    });
    const ada = await customer(faulty);
    broken = true;
    const ack = await ada.send('message', { id: 'a', text: 'my secret words' });
    expect(ack).toMatchObject({ ok: false, error: { code: 'internal' } });
    broken = false;
    expect((await ada.send('message', { id: 'a', text: 'my secret words' })).ok).toBe(true);
    // The masks' time limit is of this machine's time: under load it may say so.
    const faults = faulty.faults.filter(({ where }) => where !== 'mask');
    expect(faults.map(({ where }) => where)).toEqual(['/customer message']);
    expect(String(faults[0]!.error)).not.toContain('secret');
  });

  it('of the disk is answered as unavailable', async () => {
    let full = false;
    const faulty = await createWorld({
      storeOf: (store) => ({
        ...store,
        append: (append) =>
          full
            ? Promise.reject(Object.assign(new Error('no space'), { code: 'unavailable' }))
            : store.append(append),
      }),
    });
    const ada = await customer(faulty);
    full = true;
    expect(await ada.send('message', { id: 'a', text: 'hello' })).toMatchObject({
      error: { code: 'unavailable' },
    });
  });
});

describe('a customer on the agents’ side', () => {
  it('is turned away by the agent’s handlers even with a valid session of another site', async () => {
    const eve = await agent(world, { name: 'Eve', sites: ['elsewhere'] });
    expect(await eve.send('message', { id: 'a', text: 'x' })).toMatchObject({
      error: { code: 'unknown_event' },
    });
    eve.leave();
  });
});
