// Several nodes as processes of their own, on a Postgres and a Redis that the test starts itself, with the airline's
// API beside them: so that each can be killed, stopped and brought back as it happens to real ones.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApi } from '../../demo/airline-api/start-airline-api.ts';
import { demoIdentity } from '../../demo/identity.ts';
import { startPostgres } from '../../demo/scale/start-postgres.ts';
import { type RunningRedis, startRedis } from '../../demo/scale/start-redis.ts';
import { buildIfStale } from '../../server/build-if-stale.mjs';
import { hashPassword } from '../../server/intake/password.ts';
import { newId } from '../../server/new-id.ts';
import { openPostgresStore } from '../../server/store/open-postgres-store.ts';
import type { Store } from '../../server/store/store.ts';
import { createPatience } from '../helpers/patience.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const identitySecret = 'a secret of the tests that nobody else has';
const password = 'the password of the tests';

export interface Node {
  url: string;
  child: ChildProcess;
  /** Lines of its log so far. */
  log: string[];
  /** Resolves to the first line of its log that fits. */
  logs(words: RegExp): Promise<string>;
  /** Resolves to its exit code once it has ended, by whatever. */
  ended: Promise<number | null>;
  /** Ends it with this signal; resolves to its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  identity(as: string): Promise<string>;
  hire(name: string, sites?: string[]): Promise<{ email: string; password: string }>;
}

export interface Cluster {
  /** The database that all nodes share, for looking into. */
  store: Store;
  redis: RunningRedis;
  /** The airline's API. */
  api: Awaited<ReturnType<typeof startApi>>;
  node(env?: NodeJS.ProcessEnv): Promise<Node>;
  stop(): Promise<void>;
}

/** `sites`: the folder of sites that all nodes serve. */
export async function startCluster(sites = 'demo/sites'): Promise<Cluster> {
  await buildIfStale();
  const dataDir = mkdtempSync(join(tmpdir(), 'handrail-nodes-'));
  const postgres = await startPostgres();
  const redis = await startRedis();
  const api = await startApi({ port: 0 });
  const databaseUrl = await postgres.database('nodes');
  const store = await openPostgresStore({ url: databaseUrl, deadline: 10_000 });
  const hashed = hashPassword(password);
  const nodes: Node[] = [];

  const node = async (env: NodeJS.ProcessEnv = {}): Promise<Node> => {
    const args = ['server/handrail.mjs', 'serve', '--sites', sites, '--port', '0'];
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl,
        REDIS_URL: redis.url,
        HANDRAIL_SECRET: 'signs the visitors of the tests of several nodes',
        LIMITS: 'off',
        LOG_LEVEL: 'info',
        AIRLINE_API: api.url,
        AIRLINE_IDENTITY_SECRET: identitySecret,
        SHOP_IDENTITY_SECRET: identitySecret,
        ...env,
      },
    });
    const log: string[] = [];
    const patience = createPatience(() => log.join('\n'));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        log.push(...lines);
        patience.changed();
      });
    }
    const early = ended.then((code): never => {
      throw new Error(`The node ended with ${code} before it listened:\n${log.join('\n')}`);
    });
    early.catch(() => undefined);
    const logs = (words: RegExp) =>
      patience.until(`a line ${words}`, () => log.find((line) => words.test(line)), 150_000);
    const started: Node = {
      url: /http:\S+(?=\/console)/.exec(await Promise.race([logs(/\/console/), early]))![0],
      child,
      log,
      logs,
      ended,
      end(signal) {
        // Also one that is stopped hears this.
        if (child.exitCode === null && child.signalCode === null) child.kill(signal);
        return ended;
      },
      identity: (as) => demoIdentity({ site: 'airline', as, secret: identitySecret, now: Date.now() }),
      async hire(name, sites = ['airline']) {
        const email = `${name.toLowerCase()}@demo.test`;
        const agent = { id: newId(), email, name, password: await hashed, sites, disabled: false };
        await store.addAgent(agent);
        return { email, password };
      },
    };
    nodes.push(started);
    return started;
  };

  return {
    store,
    redis,
    api,
    node,
    async stop() {
      await Promise.all(nodes.map((one) => one.end('SIGKILL')));
      await store.close();
      await redis.kill();
      await api.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
