// Faults are switched on for an endpoint, and tell apart "it was not done" from "it was done and the answer was lost".
import { beforeEach, describe, expect, it } from 'vitest';
import { createAirlineApi } from '../../demo/airline-api/airline-api.ts';

const headers = { authorization: 'Bearer secret', 'x-customer': 'cust-one' };
let api: ReturnType<typeof createAirlineApi>;
beforeEach(() => {
  api = createAirlineApi({ token: 'secret' });
});

const fault = (body: unknown) => api.request('/faults', { method: 'POST', body: JSON.stringify(body) });
const cancel = (key = 'k') =>
  api.request('/bookings/Q7K2MX/cancel', { method: 'POST', headers: { ...headers, 'idempotency-key': key } });
const read = () => api.request('/customers/cust-one/bookings', { headers });
const effects = async () => (await (await api.request('/effects')).json()).effects as unknown[];

describe('faults', () => {
  it('concern the endpoint that they name, and no other', async () => {
    await fault({ endpoint: 'POST /bookings/*/cancel', kind: 'error', status: 503 });
    expect((await cancel()).status).toBe(503);
    expect((await read()).status).toBe(200);
    expect(await effects()).toEqual([]);
  });

  it('end after as many times as they were given, or when they are taken away', async () => {
    await fault({ endpoint: '*', kind: 'error', times: 2 });
    expect([(await read()).status, (await read()).status, (await read()).status]).toEqual([500, 500, 200]);
    await fault({ endpoint: '*', kind: 'error' });
    expect((await read()).status).toBe(500);
    await api.request('/faults', { method: 'DELETE' });
    expect((await read()).status).toBe(200);
  });

  it('can come after the work is done: the effect is there, and the key still leads to its answer', async () => {
    await fault({ endpoint: 'POST /bookings/*/cancel', kind: 'error', after: true, times: 1 });
    expect((await cancel('lost')).status).toBe(500);
    expect(await effects()).toHaveLength(1);
    const again = await cancel('lost');
    expect(again.status).toBe(200);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await effects()).toHaveLength(1);
  });

  it('answer with HTML, or with JSON of another shape', async () => {
    await fault({ endpoint: '*', kind: 'html' });
    const page = await read();
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    await fault({ endpoint: '*', kind: 'wrong-shape' });
    expect(await (await read()).json()).not.toHaveProperty('bookings');
  });

  it('hold an answer until they are taken away', async () => {
    await fault({ endpoint: '*', kind: 'hang' });
    const held = Promise.resolve(read());
    expect(await Promise.race([held, effects().then(() => 'still held')])).toBe('still held');
    await api.request('/faults', { method: 'DELETE' });
    expect((await held).status).toBe(503);
  });

  it('break off a body', async () => {
    await fault({ endpoint: '*', kind: 'reset' });
    const answer = await read();
    await expect(answer.text()).rejects.toThrow();
  });

  it('are refused when they are none', async () => {
    expect((await fault({ endpoint: '*', kind: 'gremlin' })).status).toBe(400);
    expect((await api.request('/faults', { method: 'POST', body: 'nonsense' })).status).toBe(400);
  });
});
