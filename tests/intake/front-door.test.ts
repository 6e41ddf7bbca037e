// What HTTP answers: headers, documents, files, the agents' sign-in, health.
import { request } from 'node:http';
import { io } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import type { Assets } from '../../server/intake/assets.ts';
import { standardLimits } from '../../server/intake/limit-table.ts';
import { signIn } from '../helpers/agent.ts';
import { refusalOf } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const assets: Assets = {
  dev: false,
  page: (name) => ({
    script: `/widget/${name}-AbC.js`,
    styles: [`/widget/${name}.css`],
    preloads: ['/widget/x.js'],
  }),
  file: (path) =>
    ({
      '/widget.js': { type: 'text/javascript; charset=utf-8', bytes: bytes('let t=__HANDRAIL_THEMES__') },
      '/widget/door.js': { type: 'text/javascript; charset=utf-8', bytes: bytes('door') },
      '/widget/chat-AbC.js': {
        type: 'text/javascript; charset=utf-8',
        bytes: bytes('plain'),
        br: bytes('brotli'),
        gz: bytes('gzip'),
      },
    })[path],
};
const world = await createWorld({ assets });
const limited = await createWorld({ limits: standardLimits });

/** A request as it stands: `fetch` would mend the path. */
function rawGet(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(world.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => {
        text += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .once('error', reject)
      .end();
  });
}

const get = (path: string, init?: RequestInit) => fetch(world.url + path, { redirect: 'manual', ...init });
const post = (path: string, body: unknown, headers: Record<string, string> = {}, at = world) =>
  fetch(at.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('files', () => {
  it('the script tag is kept for five minutes at most and knows the sites’ looks', async () => {
    const loader = await get('/widget.js');
    expect(loader.headers.get('cache-control')).toBe('public, max-age=300');
    expect(loader.headers.get('access-control-allow-origin')).toBe('*');
    const themes = JSON.parse((await loader.text()).slice('let t='.length));
    // What the launcher does by itself is not sent with every page.
    expect(themes.airline).toEqual({ accent: expect.stringMatching(/^#/) });
  });

  it('its door is asked for each time, as the panel is, so that both are of one version', async () => {
    const door = await get('/widget/door.js');
    expect(door.headers.get('cache-control')).toBe('no-cache');
    expect(door.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('what carries its hash is kept for ever, in the encoding that the browser takes', async () => {
    const plain = await rawGet('/widget/chat-AbC.js');
    expect(plain.text).toBe('plain');
    expect((await rawGet('/widget/chat-AbC.js', { 'accept-encoding': 'gzip, br;q=0.9' })).text).toBe(
      'brotli',
    );
    expect((await rawGet('/widget/chat-AbC.js', { 'accept-encoding': 'gzip' })).text).toBe('gzip');
    const { headers } = await get('/widget/chat-AbC.js', { method: 'HEAD' });
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    '/widget/..%2f..%2f.env',
    '/widget/%2e%2e/%2e%2e/package.json',
    '/widget/....//x',
    '//etc/passwd',
    '/.git/config',
    '/api/../.env',
    '/widget/../../package.json',
    '/nope',
  ])('%s is not there', async (path) => {
    const { status, text } = await rawGet(path);
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('documents', () => {
  it('the panel may be framed by the site’s own pages alone and runs no script but ours', async () => {
    const frame = await get('/widget/frame?site=airline&locale=de-AT');
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors ${world.url};`);
    for (const part of ["default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types handrail-intl");
    const html = await frame.text();
    expect(html).toContain('<html lang="de" dir="ltr">');
    expect(html).toContain('<script type="module" async src="/widget/chat-AbC.js">');
    const config = JSON.parse(/id="config">(.*?)<\/script>/.exec(html)![1]!);
    expect(config).toMatchObject({ protocol: 1, site: 'airline', locale: 'de', origins: [world.url] });
    expect((await get('/widget/frame?site=nowhere')).status).toBe(404);
    expect((await get('/widget/frame')).status).toBe(404);
  });

  it('the console may be framed by nobody', async () => {
    const { headers } = await get('/console');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("trusted-types 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('health', () => {
  it('says that it lives, that it can work, and what goes on', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ ok: true });
    expect(await (await get('/readyz')).json()).toMatchObject({
      ok: true,
      parts: { store: true, model: true },
    });
    expect(await (await get('/metrics')).text()).toContain('handrail_connections');
  });

  it('says that it cannot work when the store does not answer', async () => {
    const lame = await createWorld({
      storeOf: (store) => ({ ...store, ping: () => Promise.reject(new Error('no disk')) }),
    });
    const ready = await fetch(`${lame.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ok: false, parts: { store: false } });
  });
});

describe('the agents’ sign-in', () => {
  it('gives a token and a cookie that scripts cannot read, and says who it is', async () => {
    const login = await world.hire('Mia');
    const answer = await post('/api/agent/login', login);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    const { token } = (await answer.json()) as { token: string };
    const me = await get('/api/agent/me', { headers: { cookie: `handrail_agent=${token}` } });
    const profile = await me.json();
    expect(profile).toMatchObject({ agent: { name: 'Mia' }, sites: [{ id: 'airline' }] });
    expect(JSON.stringify(profile)).not.toContain('scrypt');
    const stored = JSON.stringify(await world.parts.store.agents());
    expect(stored).not.toContain(login.password);
    expect(stored).not.toContain(token);
  });

  it('answers an unknown agent, a wrong password and a disabled agent alike', async () => {
    const login = await world.hire('Tom');
    const wrong = await post('/api/agent/login', { ...login, password: 'wrong' });
    const unknown = await post('/api/agent/login', { email: 'nobody@demo.test', password: 'wrong' });
    await world.parts.store.updateAgent(login.email, { disabled: true });
    const disabled = await post('/api/agent/login', login);
    const [first, ...others] = await Promise.all(
      [wrong, unknown, disabled].map(async (answer) => [answer.status, await answer.text()]),
    );
    expect(first![0]).toBe(401);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each([
    ['no JSON', '{', 400],
    ['no password', { email: 'mia@demo.test' }, 400],
    ['a password of 129 characters', { email: 'mia@demo.test', password: 'a'.repeat(129) }, 400],
    ['an unknown key', { email: 'mia@demo.test', password: 'a', admin: true }, 400],
    ['17 KB', { email: 'mia@demo.test', password: 'a'.repeat(17 * 1024) }, 413],
  ])('%s is refused before anything is hashed', async (_, body, status) => {
    expect((await post('/api/agent/login', body)).status).toBe(status);
  });

  it('from another page is denied', async () => {
    const login = await world.hire('Ida');
    expect((await post('/api/agent/login', login, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/api/agent/login', login, { origin: world.url })).status).toBe(200);
  });

  it('the sixth wrong attempt in five minutes has to wait; a right one clears the count', async () => {
    const login = await limited.hire('Mia');
    const wrong = { ...login, password: 'wrong' };
    for (let n = 0; n < 4; n++) expect((await post('/api/agent/login', wrong, {}, limited)).status).toBe(401);
    await signIn(limited, login);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await post('/api/agent/login', wrong, {}, limited)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const late = await post('/api/agent/login', login, {}, limited);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('without a session there is nobody', async () => {
    for (const authorization of ['', 'Bearer ', 'Bearer nobody']) {
      expect((await get('/api/agent/me', { headers: { authorization } })).status).toBe(401);
      expect((await post('/api/agent/logout', {}, { authorization })).status).toBe(401);
    }
  });

  it('P3 refuses a page of one agent’s in a browser that has another’s session by now; an older page does not say whose it is', async () => {
    const [ann, ben] = [await world.hire('Ann'), await world.hire('Ben')];
    const idOf = async ({ email }: typeof ann) => (await world.parts.store.agentByEmail(email))!.id;
    const cookie = `handrail_agent=${await signIn(world, ben)}`;
    const enters = (auth: object) => {
      const socket = io(`${world.url}/agent`, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth: { protocol: 1, ...auth },
        extraHeaders: { cookie },
      });
      return new Promise((resolve) => {
        socket.once('connect', () => resolve('in'));
        socket.once('connect_error', (error) => resolve(refusalOf(error)));
      }).finally(() => socket.close());
    };
    expect(await enters({ agent: await idOf(ann) })).toMatchObject({ code: 'unauthorized' });
    expect(await enters({ agent: await idOf(ben) })).toBe('in');
    expect(await enters({})).toBe('in');
    expect(await enters({ agent: '' })).toMatchObject({ code: 'bad_request' });
  });
});
