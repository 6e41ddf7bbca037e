// The demo's pages: the one tag, the identities, and what they show of the businesses.
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAirlineApi } from '../../demo/airline-api/airline-api.ts';
import { demoPages } from '../../demo/pages/demo-pages.ts';
import { createIdentityCheck } from '../../server/intake/verify-identity.ts';
import { loadSites } from '../../server/site/load-sites.ts';
import type { Site } from '../../server/site/site.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const secrets: Record<string, string> = { AIRLINE_IDENTITY_SECRET: 'a'.repeat(32) };
const api = createAirlineApi({ token: 'secret', now: () => new Date(now) });
let sites: Map<string, Site>;
let pages: ReturnType<typeof demoPages>;

beforeAll(async () => {
  const folder = resolve(import.meta.dirname, '../../demo/sites');
  sites = await loadSites(folder, () => ({
    env: { AIRLINE_API_TOKEN: 'secret' },
    apiBase: 'http://airline.test',
  }));
  pages = demoPages({
    sites,
    secretOf: (name) => secrets[name],
    now: () => now,
    // The business is asked in this process, with the very request.
    fetch: async (input, init) => api.request(new URL(String(input)).pathname, init),
  });
});

const text = async (path: string) => (await pages.request(path)).text();

describe('identity', () => {
  it('P3 is a token that the server takes for the customer', async () => {
    const { verify } = createIdentityCheck({ secret: (name) => secrets[name], now: () => now });
    const { token } = await (await pages.request('/airline/identity?as=cust-vip')).json();
    expect(await verify(sites.get('airline')!, token)).toEqual({
      customer: 'cust-vip',
      name: 'Elif Aydin',
      email: 'elif@aydin.example',
      vip: true,
    });
    // Another site's customer it is not, and an hour later nobody.
    const shop = sites.get('shop')!;
    const sameKey: Site = { ...shop, identity: { ...shop.identity, secretEnv: 'AIRLINE_IDENTITY_SECRET' } };
    expect(await verify(sameKey, token)).toBeUndefined();
    const later = createIdentityCheck({ secret: (name) => secrets[name], now: () => now + 3_700_000 });
    expect(await later.verify(sites.get('airline')!, token)).toBeUndefined();
  });

  it('is given to the demo people alone, and not without a secret', async () => {
    expect((await pages.request('/airline/identity?as=cust-hundred')).status).toBe(404);
    expect((await pages.request('/airline/identity?as=anonymous')).status).toBe(404);
    expect((await pages.request('/nowhere/identity?as=cust-one')).status).toBe(404);
    expect((await pages.request('/shop/identity?as=cust-one')).status).toBe(503);
  });
});

describe('pages', () => {
  it('the first one wears a site’s look under a policy that refuses scripts and styles within the page', async () => {
    const answer = await pages.request('/?site=shop');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'");
    const page = await answer.text();
    expect(page).toContain('<script src="/widget.js" data-site="shop" async></script>');
    expect(page).toContain(`name="accent" value="${sites.get('shop')!.theme.accent}"`);
    expect(page.match(/ style=| on[a-z]+=|<style/g)).toBeNull();
    for (const path of ['/demo/airline', '/demo/airline/faults', '/demo/shop/faults', '/console'])
      expect(page).toContain(`href="${path}"`);
  });

  it.each(['airline', 'shop'])(
    '%s embeds the chat by the one tag and loads nothing from elsewhere',
    async (site) => {
      const page = await text(`/${site}`);
      expect(page).toContain(`<script src="/widget.js" data-site="${site}" async></script>`);
      expect(page.match(/(?:src|href)="https?:/g)).toBeNull();
      for (const [, asset] of page.matchAll(/"\/demo(\/assets\/[^"]+)"/g)) {
        expect((await pages.request(asset!)).status, asset).toBe(200);
      }
    },
  );

  it('are signed in as the first customer, unless the address says otherwise', async () => {
    expect(await text('/airline')).toContain('<option value="cust-one" selected>');
    expect(await text('/airline?as=cust-two')).toContain('<option value="cust-two" selected>');
    expect(await text('/airline?as=anonymous')).toContain('<option value="anonymous" selected>');
    expect(await text('/airline?as="><script>')).not.toContain('"><script>');
  });

  it('speak German when asked to, and so does the chat', async () => {
    const page = await text('/airline?lang=de');
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('data-locale="de"');
    expect(page).toContain('Meine Reisen');
  });

  it('show what the business really has', async () => {
    expect(await text('/airline/records?as=cust-one')).toContain('Berlin – Oslo');
    expect(await text('/airline/records?as=cust-none')).toContain('No trips');
    expect(await text('/airline/records?as=anonymous')).toContain('Sign in');
    expect(await text('/shop/records?as=cust-one')).toContain('does not answer');
  });

  it('are listed, with the console', async () => {
    const page = await text('/');
    for (const link of ['/demo/airline', '/demo/shop', '/console']) expect(page).toContain(`href="${link}"`);
    expect((await pages.request('/elsewhere')).status).toBe(404);
    expect((await pages.request('/constructor')).status).toBe(404);
  });
});
