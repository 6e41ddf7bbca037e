// A2, A3, A4, D5, D6: what touches the business's systems, against a real HTTP server that misbehaves on demand.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Act, createAct } from '../../server/act/act.ts';
import { openFor } from '../../server/act/breakers.ts';
import { prepareRequest } from '../../server/act/request.ts';
import type { Site } from '../../server/site/site.ts';
import type { Proposal } from '../../shared/conversation.ts';
import { testSite } from '../helpers/test-site.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const json =
  (value: unknown, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };

let server: Server;
let answer: Answer;
let seen: { method: string; url: string; key: string | undefined; body: string }[];
let now: number;
let site: Site;
let act: Act;

beforeEach(async () => {
  seen = [];
  now = 1_000_000;
  answer = json({ bookings: [{ id: 'ME204', name: 'flight ME204' }] });
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const key = request.headers['idempotency-key'];
      seen.push({ method: request.method ?? '', url: request.url ?? '', key: key?.toString(), body });
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const base = testSite();
  site = {
    ...base,
    api: {
      base: `http://127.0.0.1:${port}`,
      headers: { 'x-token': 't' },
      hosts: [],
      privateHosts: ['127.0.0.1'],
    },
    actions: base.actions.map((action) => ({ ...action, response: { reference: 'string' } })),
    facts: base.facts,
  };
  patience(10_000);
  act = createAct({ fetch, now: () => now, newId: () => 'id' });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Short for what never answers, long for what does: a busy machine changes nothing. */
function patience(timeout: number): void {
  site = {
    ...site,
    actions: site.actions.map((action) => ({ ...action, timeout })),
    facts: site.facts.map((source) => ({ ...source, timeout })),
  };
}

const customer = { id: 'cust' };
const label = (_: unknown, value: Record<string, unknown>) => String(value.name);
const look = (more: { maxAge?: number } = {}) =>
  act.look(site, customer, { facts: ['bookings'], label, ...more });

const proposal: Proposal = {
  id: 'p1',
  action: 'cancel-flight',
  arguments: { id: 'ME/204' },
  hash: 'h',
  customer: 'cust',
  question: 'q',
  expiresAt: 0,
  status: 'confirmed',
};

describe('facts', () => {
  it('A4 carry their age, and are asked for anew only when they are too old', async () => {
    expect(await look()).toEqual({
      bookings: {
        ok: true,
        at: now,
        records: [
          {
            fact: 'bookings',
            id: 'ME204',
            label: 'flight ME204',
            value: { id: 'ME204', name: 'flight ME204' },
          },
        ],
      },
    });
    now += 20_000;
    expect((await look()).bookings).toMatchObject({ at: now - 20_000 });
    expect((await look({ maxAge: 10_000 })).bookings).toMatchObject({ at: now });
    expect(seen).toHaveLength(2);
  });

  it('A4 are asked for anew after the clock has gone back: what was asked for ahead of it is old, not young', async () => {
    await look();
    now -= 3_600_000;
    expect((await look()).bookings).toMatchObject({ at: now });
    now += 20_000;
    expect((await look()).bookings).toMatchObject({ at: now - 20_000 });
    expect(seen).toHaveLength(2);
  });

  it('A4 are of no use to a promise when the clock went back while they were asked for', async () => {
    answer = (request, response, body) => {
      now -= 3_600_000;
      json({ bookings: [] })(request, response, body);
    };
    expect((await look({ maxAge: 10_000 })).bookings).toEqual({ ok: false, why: 'timeout' });
  });

  it('P3 are not asked for without a verified customer', async () => {
    expect(await act.look(site, undefined, { facts: ['bookings'], label })).toEqual({
      bookings: { ok: false, why: 'anonymous' },
    });
    expect(seen).toHaveLength(0);
  });

  it.each<[string, Answer, string]>([
    ['an error', json({}, 500), 'failed'],
    ['HTML', (_, response) => void response.end('<html>'), 'failed'],
    ['the wrong shape', json({ bookings: [{ id: 7 }] }), 'failed'],
    ['no list', json({ bookings: 'none' }), 'failed'],
    [
      'a redirect',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'failed',
    ],
    ['silence', () => undefined, 'timeout'],
    ['a slow drip', (_, response) => void response.write('{"bookings":'), 'timeout'],
    ['a reset', (request) => void request.socket.destroy(), 'failed'],
  ])('A2 turn %s into a failure, not a guess', async (_, misbehave, why) => {
    answer = misbehave;
    if (why === 'timeout') patience(200);
    expect(await look()).toEqual({ bookings: { ok: false, why } });
  });

  it('A3 stop being asked for after failures in a row, and are tried again after a while', async () => {
    answer = json({}, 500);
    for (let call = 0; call < 5; call += 1) await look();
    expect(act.gates(site).open).toEqual(['bookings']);
    expect(await look()).toEqual({ bookings: { ok: false, why: 'open' } });
    expect(seen).toHaveLength(5);
    now += openFor;
    expect(act.gates(site).open).toEqual([]);
  });
});

describe('requests', () => {
  const place = (id: string) =>
    prepareRequest(
      site,
      { method: 'GET', url: '{api}/customers/{customer.id}/bookings', headers: {} },
      { customer: { id } },
    ).url;

  it('A1 keeps every value in its place', () => {
    expect(place('a/../b?x#y')).toBe(`${site.api.base}/customers/a%2F..%2Fb%3Fx%23y/bookings`);
    expect(() => place('..')).toThrow('cannot stand in an address');
    expect(() => place(undefined as unknown as string)).toThrow('no value for {customer.id}');
  });
});

describe('runs', () => {
  it('D5 send the proposal as the idempotency key, with every value in its place', async () => {
    answer = json({ reference: 'R-9' });
    expect(await act.run(site, customer, proposal)).toMatchObject({ outcome: 'done', reference: 'R-9' });
    expect(seen).toEqual([{ method: 'POST', url: '/cancel-flight', key: 'p1', body: '{"id":"ME/204"}' }]);
  });

  it('A2 are called refused when the business says no', async () => {
    answer = json({ error: 'departed' }, 409);
    expect(await act.run(site, customer, proposal)).toMatchObject({ outcome: 'refused', why: 'status-409' });
  });

  it.each<[string, Answer]>([
    ['silence', () => undefined],
    ['an error', json({}, 503)],
    ['HTML', (_, response) => void response.end('<html>ok</html>')],
    ['the wrong shape', json({ ok: true })],
    ['a reset', (request) => void request.socket.destroy()],
  ])('D6 are called unknown after %s, and are not repeated', async (name, misbehave) => {
    answer = misbehave;
    if (name === 'silence') patience(1_000);
    expect((await act.run(site, customer, proposal)).outcome).toBe('unknown');
    expect(seen).toHaveLength(1);
  });

  it('A2 are called failed when nothing was sent', async () => {
    server.close();
    server.closeAllConnections();
    expect(await act.run(site, customer, proposal)).toMatchObject({ outcome: 'failed', why: 'not-sent' });
  });

  it('D7 undo with a key of their own', async () => {
    answer = json({ reference: 'U' });
    expect((await act.undo(site, customer, proposal)).outcome).toBe('done');
    expect(seen[0]).toMatchObject({ url: '/restore', key: 'p1-undo' });
  });

  it('A4 make everything known of the customer old', async () => {
    await look();
    answer = json({ reference: 'R' });
    await act.run(site, customer, proposal);
    answer = json({ bookings: [] });
    expect((await look()).bookings).toMatchObject({ records: [] });
  });
});
