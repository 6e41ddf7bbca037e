// Two nodes of the demo over one Postgres and one Redis, all of them started here on spare ports, with a round-robin
// proxy in front: what a large shop runs, on one machine. Ctrl+C ends everything.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAirlineApi } from '../airline-api/start-airline-api.ts';
import { startShopApi } from '../shop-api/start-shop-api.ts';
import { roundRobin } from './round-robin.ts';
import { startPostgres } from './start-postgres.ts';
import { startRedis } from './start-redis.ts';

/** Called in the reverse order of what was started. */
type End = () => Promise<unknown>;

/** Resolves to the exit code, after a signal: 0 when all was started and ended. Run from the project's folder. */
export async function runScaleDemo(out: (line: string) => void): Promise<number> {
  const ends: End[] = [];
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  let code = 0;
  try {
    await start(ends, out);
    await stopped;
    out('  stopping');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    code = 1;
  }
  for (const end of ends.reverse()) await end();
  return code;
}

async function start(ends: End[], out: (line: string) => void): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'handrail-scale-'));
  ends.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  const redis = await startRedis();
  ends.push(redis.kill);
  const postgres = await startPostgres();
  ends.push(postgres.stop);
  const airline = await startAirlineApi({ port: 0 });
  ends.push(airline.close);
  const shop = await startShopApi({ port: 0 });
  ends.push(shop.close);

  const password = randomBytes(9).toString('base64url');
  const secret = () => randomBytes(32).toString('hex');
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: await postgres.database('handrail'),
    REDIS_URL: redis.url,
    HANDRAIL_SECRET: secret(),
    HANDRAIL_AGENTS: `mia@demo.test:${password}`,
    AIRLINE_API: airline.url,
    SHOP_API: shop.url,
    AIRLINE_IDENTITY_SECRET: secret(),
    SHOP_IDENTITY_SECRET: secret(),
  };
  const nodes: { child: ChildProcess; url: string }[] = [];
  for (let count = 0; count < 2; count += 1) nodes.push(await startNode(env, ends));
  const proxy = await roundRobin(
    nodes.map(({ url }) => Number(new URL(url).port)),
    Number(process.env.PORT ?? 0),
  );
  ends.push(proxy.close);

  const url = `http://127.0.0.1:${proxy.port}`;
  for (const line of [
    '',
    `  airline:   ${url}/demo/airline`,
    `  shop:      ${url}/demo/shop`,
    `  console:   ${url}/console`,
    `  sign in:   mia@demo.test  ${password}`,
    '',
    ...nodes.map((node, i) => `  node ${i + 1}:    ${node.url}  kill -9 ${node.child.pid}`),
    `  redis:     ${redis.url}  kill -9 ${redis.process.pid}`,
    `  postgres:  ${env.DATABASE_URL}`,
    '',
    '  Kill a node or Redis and go on. Ctrl+C stops everything.',
    '',
  ])
    out(line);
}

async function startNode(env: NodeJS.ProcessEnv, ends: End[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['demo/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  ends.push(() => {
    child.kill('SIGTERM');
    return ended;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\S+(?=\/console)/.exec(said);
      if (found) resolve(found[0]);
    });
    void ended.then(() => reject(new Error(`A node did not start: ${said}`)));
  });
  return { child, url };
}
