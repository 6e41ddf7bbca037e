// The panel of faults: each of its buttons reaches the business, on every endpoint it names, and takes it back.
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPages } from '../../demo/pages/demo-pages.ts';
import { faultKinds, faultPlaces } from '../../demo/pages/fault-places.ts';
import { createShopApi } from '../../demo/shop-api/shop-api.ts';
import { loadSites } from '../../server/site/load-sites.ts';

const api = createShopApi({ token: 'secret' });
let pages: ReturnType<typeof demoPages>;
beforeAll(async () => {
  const sites = await loadSites(resolve(import.meta.dirname, '../../demo/sites'), () => ({
    env: { SHOP_API_TOKEN: 'secret' },
    apiBase: 'http://shop.test',
  }));
  pages = demoPages({
    sites,
    secretOf: () => undefined,
    now: Date.now,
    fetch: async (input, init) => api.request(String(input).replace('http://shop.test', ''), init),
  });
});
beforeEach(async () => void (await api.request('/reset', { method: 'POST' })));

const press = (fault: string, endpoint = '*', headers: Record<string, string> = {}) =>
  pages.request('/shop/faults?as=cust-one&lang=en', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ fault, endpoint }).toString(),
  });
const panel = async () => (await pages.request('/shop/faults?as=cust-one&lang=en')).text();
const headers = { authorization: 'Bearer secret', 'x-customer': 'cust-one', 'idempotency-key': 'k' };
const wishes = async () =>
  (await (await api.request('/customers/cust-one/wishlist', { headers })).json()).wishlist;
const hold = () => api.request('/products/ash-teapot/hold', { method: 'POST', headers });

describe('the panel', () => {
  it('shows what is switched on, and makes everything work again', async () => {
    expect(await panel()).toContain('Everything works.');
    expect((await press('hang', 'POST /orders/*/cancel')).status).toBe(303);
    expect(await panel()).toMatch(/value="hang" aria-pressed="true"/);
    await press('none');
    expect(await panel()).toContain('Everything works.');
  });

  it.each(faultKinds.map(({ id }) => [id]))('has a button “%s” that the business understands', async (id) => {
    for (const { endpoint } of faultPlaces.shop!) expect((await press(id, endpoint)).status).toBe(303);
    expect(await panel()).toContain(`value="${id}" aria-pressed="true"`);
  });

  it('lets one endpoint work again and leaves the others', async () => {
    await press('error', 'POST /orders/*/cancel');
    await press('error', 'POST /products/*/hold');
    await press('works', 'POST /products/*/hold');
    expect((await hold()).status).toBe(200);
    expect((await (await api.request('/faults')).json()).faults).toHaveLength(1);
  });

  it('refuses what it has no button for, and what another page sends', async () => {
    expect((await press('explode')).status).toBe(400);
    expect((await press('hang', 'GET /secrets')).status).toBe(400);
    expect((await press('hang', '*', { origin: 'http://evil.test', host: 'demo.test' })).status).toBe(403);
  });
});

describe('shelves', () => {
  it('are stale: what was read before is read on, whatever has happened since', async () => {
    await wishes();
    await press('stale', 'GET /customers/*/wishlist');
    for (let n = 0; n < 3; n += 1)
      await api.request('/products/ash-teapot/hold', {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': `k${n}` },
      });
    expect(await wishes()).toMatchObject([{ stock: 3 }]);
    expect((await hold()).status).toBe(409);
    await press('works', 'GET /customers/*/wishlist');
    expect(await wishes()).toMatchObject([{ stock: 0 }]);
  });

  it('are empty: nothing is left, and nothing can be taken', async () => {
    await press('sold-out', 'GET /customers/*/wishlist');
    expect(await wishes()).toMatchObject([{ sku: 'ash-teapot', stock: 0 }]);
    await press('sold-out', 'POST /products/*/hold');
    expect((await hold()).status).toBe(409);
  });
});
