// `npm start` and `handrail serve` as processes: they come up, say where things are, and end gracefully.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildIfStale } from '../../server/build-if-stale.mjs';
import { runNode } from '../helpers/run-node.ts';

beforeAll(async () => {
  await buildIfStale();
});

function dataDir(): string {
  const made = mkdtempSync(join(tmpdir(), 'handrail-start-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('npm start', () => {
  it('serves the shops, the console and an agent who can sign in, and stops when told to', async () => {
    const demo = runNode(['demo/start.mjs'], { env: { PORT: '0', DATA_DIR: dataDir() } });
    const at = /http:\S+(?=\/console)/.exec(await demo.line(/\/console/))![0];
    const [, email, password] = /sign in: +(\S+) +(\S+)/.exec(await demo.line(/sign in/))!;
    for (const path of ['/demo/airline', '/demo/shop', '/console', '/widget.js', '/readyz']) {
      expect([path, (await fetch(at + path)).status]).toEqual([path, 200]);
    }
    const identity = await fetch(`${at}/demo/airline/identity?as=cust-two`);
    expect(await identity.json()).toMatchObject({ token: expect.stringMatching(/^\S+\.\S+\.\S+$/) });
    const login = await fetch(`${at}/api/agent/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(login.status).toBe(200);
    demo.child.kill('SIGTERM');
    expect(await demo.ended).toBe(0);
  });

  it('names the variable that is wrong and does not start', async () => {
    const demo = runNode(['demo/start.mjs'], { env: { PORT: 'eight', DATA_DIR: dataDir() } });
    expect(await demo.ended).toBe(1);
    expect(demo.errors.join('\n')).toMatch(/^PORT /m);
  });
});

describe('handrail serve', () => {
  it('serves sites without the demo, with the agents of the environment', async () => {
    const server = runNode(['server/handrail.mjs', 'serve', '--sites', 'demo/sites', '--port', '0'], {
      env: { DATA_DIR: dataDir(), HANDRAIL_AGENTS: 'mia@demo.test:a password', LOG_LEVEL: 'error' },
    });
    const at = /http:\S+(?=\/console)/.exec(await server.line(/\/console/))![0];
    expect((await fetch(`${at}/demo/airline`)).status).toBe(404);
    const login = await fetch(`${at}/api/agent/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'mia@demo.test', password: 'a password' }),
    });
    expect(login.status).toBe(200);
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });

  it('refuses Redis without a database that the nodes share', async () => {
    const server = runNode(['server/handrail.mjs', 'serve', '--sites', 'demo/sites'], {
      env: { REDIS_URL: 'redis://localhost' },
    });
    expect(await server.ended).toBe(2);
    expect(server.errors.join()).toContain('REDIS_URL');
  });

  it('says in one line that the database does not answer, without its password', async () => {
    const server = runNode(['server/handrail.mjs', 'serve', '--sites', 'demo/sites'], {
      env: {
        DATA_DIR: dataDir(),
        DATABASE_URL: 'postgres://name:hush@127.0.0.1:1/x',
        HANDRAIL_SECRET: 's'.repeat(32),
      },
    });
    expect(await server.ended).toBe(2);
    expect(server.errors).toHaveLength(1);
    expect(server.errors[0]).toMatch(/^The database at 127\.0\.0\.1:1\/x does not answer: .*ECONNREFUSED/);
    expect(server.errors[0]).not.toContain('hush');
  });
});
