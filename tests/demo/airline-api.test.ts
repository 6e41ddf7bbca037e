// The airline's API: its own rules, its idempotency, and its own count of what was done.
import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAirlineApi } from '../../demo/airline-api/airline-api.ts';
import { startAirlineApi } from '../../demo/airline-api/start-airline-api.ts';

const start = Date.parse('2026-11-21T10:00:00Z');
let now: number;
let api: Hono;

beforeEach(() => {
  now = start;
  api = createAirlineApi({ token: 'secret', now: () => new Date(now) });
});

interface Asked {
  as?: string;
  key?: string;
  body?: unknown;
  token?: string;
}

async function ask(
  method: string,
  path: string,
  { as = 'cust-one', key, body, token = 'secret' }: Asked = {},
) {
  const answer = await api.request(path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'x-customer': as,
      ...(key ? { 'idempotency-key': key } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    body: await answer.json(),
    replayed: answer.headers.get('idempotency-replayed'),
  };
}

const effects = async () =>
  ((await ask('GET', '/effects')).body as { effects: { kind: string; key?: string }[] }).effects;
const bookings = async (as: string) => (await ask('GET', `/customers/${as}/bookings`)).body.bookings;
const bags = async (as: string) => (await ask('GET', `/customers/${as}/bags`)).body.bags;

describe('the demo customers', () => {
  it('are those of the contract: one booking with a bag, two with a bag each, none', async () => {
    expect(await bookings('cust-one')).toMatchObject([
      { reference: 'Q7K2MX', status: 'active', bagCount: 1 },
    ]);
    expect(await bookings('cust-two')).toMatchObject([
      { bagCount: 1, status: 'active' },
      { bagCount: 1, status: 'active' },
    ]);
    expect(await bookings('cust-none')).toEqual([]);
    expect(await bags('cust-none')).toEqual([]);
    expect((await ask('GET', '/customers/cust-nobody/bookings')).status).toBe(404);
  });

  it('fly in the days to come, whenever today is', async () => {
    now = Date.parse('2031-03-01T23:30:00Z');
    await ask('POST', '/reset');
    const [booking] = await bookings('cust-one');
    expect(booking.date).toBe('2031-03-14');
    expect(Date.parse(booking.departsAt)).toBe(Date.parse('2031-03-14T09:40:00+01:00'));
  });
});

describe('what may be done', () => {
  it('a flight is cancelled with its bags, and taken back within ten minutes with all that was on it', async () => {
    const before = await bookings('cust-one');
    expect((await ask('POST', '/bookings/Q7K2MX/cancel')).body).toMatchObject({
      reference: expect.stringMatching(/^CX-/),
      refund: 129,
    });
    expect(await bookings('cust-one')).toMatchObject([
      { status: 'cancelled', refundState: 'pending', refundAmount: 129 },
    ]);
    expect(await bags('cust-one')).toEqual([]);
    now += 9 * 60_000;
    expect((await ask('POST', '/bookings/Q7K2MX/reinstate')).status).toBe(200);
    expect(await bookings('cust-one')).toEqual(before);
  });

  it('a cancellation cannot be taken back later, nor done twice', async () => {
    await ask('POST', '/bookings/Q7K2MX/cancel');
    expect(await ask('POST', '/bookings/Q7K2MX/cancel')).toMatchObject({
      status: 409,
      body: { error: 'not_active' },
    });
    now += 11 * 60_000;
    expect(await ask('POST', '/bookings/Q7K2MX/reinstate')).toMatchObject({
      status: 409,
      body: { error: 'window_over' },
    });
  });

  it('a bag is removed, its price on its way back, and put back; the flight stays', async () => {
    expect((await ask('DELETE', '/bags/bag-101')).body).toMatchObject({ refund: 39 });
    expect(await bookings('cust-one')).toMatchObject([
      { status: 'active', bagCount: 0, refundState: 'pending', refundAmount: 39 },
    ]);
    expect((await ask('POST', '/bags/bag-101/restore')).status).toBe(200);
    expect(await bookings('cust-one')).toMatchObject([{ bagCount: 1, refundState: 'none', refundAmount: 0 }]);
  });

  it('a date is changed only to one that can be flown', async () => {
    const change = (date: string) => ask('POST', '/bookings/Q7K2MX/change', { body: { date } });
    expect(await change('2026-02-30')).toMatchObject({ status: 422, body: { error: 'no_date' } });
    expect(await change('2026-11-21')).toMatchObject({ status: 422, body: { error: 'past' } });
    expect(await change('2026-12-03')).toMatchObject({ status: 422, body: { error: 'same_day' } });
    expect(await change('2028-01-01')).toMatchObject({ status: 422, body: { error: 'too_far' } });
    expect(await change('2026-12-09')).toMatchObject({ status: 200, body: { date: '2026-12-09', fee: 25 } });
    expect(await bookings('cust-one')).toMatchObject([{ date: '2026-12-09', seat: '19C', bagCount: 1 }]);
    expect(await bags('cust-one')).toMatchObject([{ date: '2026-12-09' }]);
  });

  it('a bag is added up to three, of a size that there is', async () => {
    const add = (size: string) => ask('POST', '/bookings/Q7K2MX/bags', { body: { size } });
    expect((await add('constructor')).status).toBe(422);
    expect((await add('heavy')).body).toMatchObject({ weight: 32, price: 59 });
    await add('light');
    expect(await add('light')).toMatchObject({ status: 409, body: { error: 'too_many' } });
  });

  it('contact data is changed to what is one', async () => {
    const patch = (body: unknown) => ask('PATCH', '/customers/cust-one/contact', { body });
    expect((await patch({ email: 'no address' })).status).toBe(422);
    expect((await patch({})).status).toBe(422);
    expect((await patch({ email: 'ada@new.example' })).body).toMatchObject({ email: 'ada@new.example' });
    expect((await ask('GET', '/customers/cust-one/profile')).body.profile).toMatchObject([
      { email: 'ada@new.example' },
    ]);
  });

  it('nothing is done for another customer, or without the token', async () => {
    expect((await ask('POST', '/bookings/Q7K2MX/cancel', { as: 'cust-two' })).status).toBe(404);
    expect((await ask('DELETE', '/bags/bag-101', { as: 'cust-two' })).status).toBe(404);
    expect(
      (await ask('PATCH', '/customers/cust-one/contact', { as: 'cust-two', body: { email: 'x@y.example' } }))
        .status,
    ).toBe(404);
    expect((await ask('POST', '/bookings/Q7K2MX/cancel', { token: 'wrong' })).status).toBe(401);
    expect(await effects()).toEqual([]);
  });
});

describe('idempotency', () => {
  it('D5 a repeated key has one effect and the same answer', async () => {
    const first = await ask('POST', '/bookings/Q7K2MX/cancel', { key: 'p-1' });
    const again = await ask('POST', '/bookings/Q7K2MX/cancel', { key: 'p-1' });
    expect(again).toEqual({ ...first, replayed: 'true' });
    expect(await effects()).toMatchObject([{ kind: 'cancel-flight', key: 'p-1' }]);
  });

  it('two requests at once with one key have one effect', async () => {
    const both = await Promise.all(['a', 'b'].map(() => ask('DELETE', '/bags/bag-101', { key: 'p-2' })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]!.body).toEqual(both[1]!.body);
    expect(await effects()).toHaveLength(1);
  });

  it('a key on another request is refused', async () => {
    await ask('DELETE', '/bags/bag-101', { key: 'p-3' });
    expect(await ask('POST', '/bookings/Q7K2MX/cancel', { key: 'p-3' })).toMatchObject({
      status: 422,
      body: { error: 'key_reused' },
    });
    expect(await effects()).toHaveLength(1);
  });

  it('the answer to a key can be asked for by whoever lost it', async () => {
    const { body } = await ask('DELETE', '/bags/bag-101', { key: 'p-4' });
    expect((await ask('GET', '/answers/p-4')).body).toEqual({ status: 200, body });
    expect((await ask('GET', '/answers/p-5')).status).toBe(404);
  });

  it('a reset forgets effects, keys and all that was done', async () => {
    await ask('DELETE', '/bags/bag-101', { key: 'p-6' });
    await ask('POST', '/reset');
    expect(await effects()).toEqual([]);
    expect(await bags('cust-one')).toHaveLength(1);
    expect((await ask('DELETE', '/bags/bag-101', { key: 'p-6' })).replayed).toBeNull();
  });
});

it('listens on a port of this machine and ends though a request is held', async () => {
  const { url, close } = await startAirlineApi({ port: 0, token: 'secret' });
  const post = (path: string, body: unknown) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await post('/faults', { endpoint: '*', kind: 'hang' });
  const held = fetch(`${url}/customers/cust-one/bookings`, {
    headers: { authorization: 'Bearer secret' },
  }).catch((error: Error) => error);
  await fetch(`${url}/effects`);
  await close();
  expect(await held).toBeInstanceOf(Error);
});
