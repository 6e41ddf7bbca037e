// P3 and the attack list on tokens: only what the site signed, for this site, for an hour, says who someone is.
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createIdentityCheck } from '../../server/intake/verify-identity.ts';
import type { Site } from '../../server/site/site.ts';
import { testSite } from '../helpers/test-site.ts';

const secret = 'a shared secret of the shop and of the chat';
const now = Date.UTC(2026, 10, 21, 12);
const seconds = now / 1000;
const site: Site = {
  ...testSite(),
  identity: { alg: 'HS256', secretEnv: 'SHOP_SECRET', audience: 'site-1' },
};
const check = createIdentityCheck({
  secret: (name) => (name === 'SHOP_SECRET' ? secret : undefined),
  now: () => now,
});
const key = new TextEncoder().encode(secret);

interface Wanted {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  key?: Uint8Array;
}

function sign({ header = {}, claims = {}, key: signedWith = key }: Wanted = {}): Promise<string> {
  return new SignJWT({ sub: 'u1', aud: 'site-1', exp: seconds + 600, ...claims })
    .setProtectedHeader({ alg: 'HS256', ...header })
    .sign(signedWith, { crit: { x: true } } as never);
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an identity', () => {
  it('P3 is what the site’s token says', async () => {
    const token = await sign({ claims: { name: 'Ada', email: 'ada@x.example', vip: true } });
    expect(await check.verify(site, token)).toEqual({
      customer: 'u1',
      name: 'Ada',
      email: 'ada@x.example',
      vip: true,
    });
  });

  it.each<[string, Wanted]>([
    ['of another site', { claims: { aud: 'site-2' } }],
    ['of nobody', { claims: { sub: '' } }],
    ['of blanks', { claims: { sub: '  ' } }],
    ['without a customer', { claims: { sub: undefined } }],
    ['of several customers', { claims: { sub: ['u1'] } }],
    ['that never ends', { claims: { exp: undefined } }],
    ['that lives for two hours', { claims: { exp: seconds + 7200 } }],
    ['that has ended', { claims: { exp: seconds - 60 } }],
    ['that is not yet', { claims: { nbf: seconds + 600 } }],
    ['with a name that is none', { claims: { name: { first: 'A' } } }],
    ['with vip as a word', { claims: { vip: 'yes' } }],
    ['signed with another secret', { key: new TextEncoder().encode('another secret that is long enough') }],
    ['of another algorithm', { header: { alg: 'HS512' } }],
    ['with a key path', { header: { kid: '../../dev/null' } }],
    ['with a query for a key', { header: { kid: "x' UNION SELECT 'k" } }],
    ['with a key address', { header: { jku: 'http://169.254.169.254/' } }],
    ['with a key of its own', { header: { jwk: { kty: 'oct', k: 'AA' } } }],
    ['with demands', { header: { crit: ['x'], x: true } }],
  ])('%s proves nothing', async (_, wanted) => {
    expect(await check.verify(site, await sign(wanted))).toBeUndefined();
  });

  it.each([
    ['alg none', `${base64({ alg: 'none' })}.${base64({ sub: 'u1', aud: 'site-1', exp: seconds + 600 })}.`],
    ['alg NONE', `${base64({ alg: 'NONE' })}.${base64({ sub: 'u1', aud: 'site-1', exp: seconds + 600 })}.`],
    ['two parts', 'a.b'],
    ['dots', '..'],
    ['20,000 characters', 'a'.repeat(20_000)],
    ['nothing', ''],
    ['a null header', `${base64(null)}.${base64({})}.x`],
  ])('%s proves nothing', async (_, token) => {
    expect(await check.verify(site, token)).toBeUndefined();
  });

  it('signed with the public key as if it were a secret proves nothing', async () => {
    const pair = await generateKeyPair('RS256');
    const rsa: Site = {
      ...site,
      identity: { alg: 'RS256', jwksUrl: 'http://127.0.0.1:9/', audience: 'site-1' },
    };
    const forged = await sign({ key: new TextEncoder().encode(await exportSPKI(pair.publicKey)) });
    expect(await check.verify(rsa, forged)).toBeUndefined();
  });

  it('proves nothing where the site’s secret is not set', async () => {
    const bare = createIdentityCheck({ secret: () => undefined, now: () => now });
    expect(await bare.verify(site, await sign())).toBeUndefined();
  });
});
