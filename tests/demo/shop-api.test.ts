// The shop's API keeps its own rules: what is packed can be stopped, what was delivered can come back.
import { expect, it } from 'vitest';
import { createShopApi } from '../../demo/shop-api/shop-api.ts';

let now = Date.parse('2026-11-21T10:00:00Z');
const api = createShopApi({ token: 'secret', now: () => new Date(now) });

async function ask(method: string, path: string, as: string, body?: unknown) {
  const answer = await api.request(path, {
    method,
    headers: { authorization: 'Bearer secret', 'x-customer': as, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

it('stops an order that is being packed, and sends it after all', async () => {
  await api.request('/reset', { method: 'POST' });
  expect(await ask('POST', '/orders/KK-20417/cancel', 'cust-one')).toMatchObject({
    status: 200,
    body: { refund: 84 },
  });
  expect(
    (await ask('PATCH', '/orders/KK-20417/address', 'cust-one', { address: 'Neue Straße 5, 10115 Berlin' }))
      .status,
  ).toBe(409);
  expect((await ask('POST', '/orders/KK-20417/restore', 'cust-one')).status).toBe(200);
  expect((await ask('GET', '/customers/cust-one/orders', 'cust-one')).body.orders).toMatchObject([
    { status: 'processing' },
  ]);
});

it('takes back what was delivered, for thirty days', async () => {
  await api.request('/reset', { method: 'POST' });
  const back = (reference: string) =>
    ask('POST', `/orders/${reference}/return`, 'cust-two', { reason: 'mind' });
  expect(await back('KK-20390')).toMatchObject({ status: 409, body: { error: 'not_delivered' } });
  const before = now;
  now += 22 * 86_400_000;
  expect(await back('KK-20188')).toMatchObject({ status: 409, body: { error: 'too_late' } });
  now = before + 20 * 86_400_000;
  expect(await back('KK-20188')).toMatchObject({ status: 200, body: { refund: 46 } });
  now = before;
});

it('ends a subscription once, and knows whose it is', async () => {
  await api.request('/reset', { method: 'POST' });
  expect((await ask('POST', '/subscriptions/sub-71/cancel', 'cust-one')).status).toBe(404);
  expect((await ask('POST', '/subscriptions/sub-71/cancel', 'cust-two')).status).toBe(200);
  expect((await ask('POST', '/subscriptions/sub-71/cancel', 'cust-two')).status).toBe(409);
  const { effects } = await (await api.request('/effects')).json();
  expect(effects).toMatchObject([{ kind: 'cancel-subscription', customer: 'cust-two', subject: 'sub-71' }]);
});
