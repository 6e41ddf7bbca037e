// Starts a server from its settings: the database, the sites with their models, the agents, the port. What
// `handrail serve` runs, and what the demo builds upon.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { createOutboundFetch } from './act/outbound-fetch.ts';
import { addAgent } from './add-agent.ts';
import { type App, createApp } from './app.ts';
import type { BrainOptions } from './brain.ts';
import { createBrain } from './brain.ts';
import { systemClock } from './clock.ts';
import { compose, type Parts } from './compose.ts';
import type { Config } from './config.ts';
import { withFailpoint } from './failpoint.ts';
import { type Assets, loadAssets } from './intake/assets.ts';
import type { HttpApp } from './intake/http-app.ts';
import { withThemes } from './intake/with-themes.ts';
import { openPost } from './mail/open-post.ts';
import { newId } from './new-id.ts';
import { openDatabase } from './open-database.ts';
import { openReadingThread } from './reading-thread.ts';
import { startRetention } from './retention.ts';
import { keptSecret } from './secret.ts';
import { loadSites } from './site/load-sites.ts';
import type { Site } from './site/site.ts';
import { openSqliteStore } from './store/open-sqlite-store.ts';
import type { Store } from './store/store.ts';
import { openThreadedStore } from './store/threaded-store.ts';

export interface ServerOptions {
  config: Config;
  /** For what the sites name of it: secrets, addresses. */
  env: Record<string, string | undefined>;
  /** The build: its pages and its threads. */
  builtAt?: URL;
  /** Instead of the build's pages, under `npm run dev`. */
  assets?: Assets;
  /** Instead of the build's training thread. */
  train?: BrainOptions['train'];
  /** Where a site's business answers, by its id; absent: where site.yaml says. */
  apiBases?: Record<string, string>;
  mount?: (app: HttpApp, sites: Map<string, Site>) => void;
}

export interface RunningServer {
  url: string;
  app: App;
  parts: Parts;
  log: Logger;
  close(): Promise<void>;
}

/** Throws ConfigError, SiteError, or what the database or the port says. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, env, builtAt } = options;
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2));
  if (config.llm) log.warn('LLM_BASE_URL is set, but this version answers with the embedded brain alone');
  await mkdir(config.dataDir, { recursive: true });
  const sites = await loadSites(config.sitesDir, (id) => {
    const apiBase = options.apiBases?.[id];
    return { env, ...(apiBase ? { apiBase } : {}) };
  });
  const {
    store,
    fetch: outbound,
    published,
  } = withFailpoint(
    config.failpoint,
    { store: await openStore(config, builtAt), fetch: createOutboundFetch() },
    () => process.kill(process.pid, 'SIGKILL'),
  );
  const brain = createBrain({
    dataDir: config.dataDir,
    warn: (text) => log.warn(text),
    ...(builtAt ? { workerFile: new URL('server/brain-worker.js', builtAt) } : {}),
    ...(options.train ? { train: options.train } : {}),
  });
  const thread =
    builtAt &&
    openReadingThread({
      workerFile: new URL('server/reader-worker.js', builtAt),
      brain,
      warn: (text) => log.warn(text),
    });
  const failed = (where: string, error: unknown) => log.error({ where, err: error }, 'caught');
  const parts = compose({
    store,
    sites,
    brain,
    clock: systemClock,
    newId,
    fetch: globalThis.fetch,
    outbound,
    ...(thread ? { reader: thread.read } : {}),
    several: config.databaseUrl !== undefined,
    ...(config.smtpUrl ? { post: openPost(config.smtpUrl) } : {}),
    failed,
  });
  for (const site of sites.values()) {
    const { secretEnv } = site.identity;
    if (secretEnv && !env[secretEnv]) {
      log.warn(
        `${secretEnv} is not set: nobody can sign in to ${site.id}, so nothing can be done for anyone`,
      );
    }
  }
  await Promise.all([...sites.values()].map((site) => brain.prepare(site)));
  for (const agent of config.agents) await addAgent(store, { ...agent, sites: [...sites.keys()] }, newId);
  const redis = config.redisUrl ? (await import('./open-redis.ts')).openRedis(config.redisUrl) : undefined;
  redis?.watch((up) => {
    if (up) log.info('Redis is there: other nodes hear at once of what is stored here');
    else
      log.warn('Redis is away: other nodes hear within seconds, from the database, of what is stored here');
  });
  const app = createApp(parts, {
    assets: withThemes(options.assets ?? loadAssets(builtAt!), [...sites.values()]),
    secret: config.secret ?? (await keptSecret(config.dataDir)),
    where: { trustProxy: config.trustProxy, ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}) },
    limits: config.limits,
    secretOf: (name) => env[name],
    processMetrics: true,
    ...(thread ? { readerLag: thread.lag } : {}),
    ...(config.databaseUrl ? { several: redis ? { redis } : {} } : {}),
    ...(options.mount ? { mount: (http) => options.mount!(http, sites) } : {}),
  });
  if (published) parts.hub.listen(published);
  const url = await app.listen(config.port, config.host);
  for (const site of sites.values()) thread?.learn(site);
  log.info({ url, sites: [...sites.keys()] }, 'listening');
  const endRetention = startRetention({
    store,
    sites,
    clock: systemClock,
    failed: (error) => failed('retention', error),
  });
  return {
    url,
    app,
    parts,
    log,
    async close() {
      endRetention();
      await app.close();
      await thread?.close();
      await redis?.close();
      await store.close();
    },
  };
}

async function openStore(config: Config, builtAt: URL | undefined): Promise<Store> {
  if (config.databaseUrl) return openDatabase({ url: config.databaseUrl });
  const file = join(config.dataDir, 'handrail.db');
  return builtAt
    ? openThreadedStore({ file, workerFile: new URL('server/store-worker.js', builtAt) })
    : openSqliteStore({ file });
}
