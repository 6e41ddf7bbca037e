// A real server on a free port for one test or one file: its own database in a temporary folder, the airline's
// API freshly seeded beside it. It is torn down by itself.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished, TestRunner } from 'vitest';
import { startApi } from '../../demo/airline-api/start-airline-api.ts';
import { demoIdentity } from '../../demo/identity.ts';
import { createOutboundFetch } from '../../server/act/outbound-fetch.ts';
import { advance } from '../../server/advance.ts';
import { type App, createApp } from '../../server/app.ts';
import { type Brain, createBrain } from '../../server/brain.ts';
import { type Clock, type SimulatedClock, simulatedClock, systemClock } from '../../server/clock.ts';
import { compose, type Parts } from '../../server/compose.ts';
import type { Assets } from '../../server/intake/assets.ts';
import type { HttpApp } from '../../server/intake/http-app.ts';
import type { LimitTable } from '../../server/intake/limit-table.ts';
import { hashPassword } from '../../server/intake/password.ts';
import { withThemes } from '../../server/intake/with-themes.ts';
import { openPost } from '../../server/mail/open-post.ts';
import { newId } from '../../server/new-id.ts';
import { loadSites } from '../../server/site/load-sites.ts';
import type { Site } from '../../server/site/site.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { trainIntents } from '../../server/understand/train-intents.ts';

export const identitySecret = 'a secret of the tests that nobody else has';
const password = 'the password of the tests';
let hashed: Promise<string> | undefined;
const project = fileURLToPath(new URL('../../', import.meta.url));
/** Models are trained once for all tests and kept by a hash of what they are trained from. */
const models = join(project, 'node_modules/.cache/handrail');

export interface WorldOptions {
  /** Time stands still but for `advance`. */
  simulated?: boolean;
  /** Default: off. */
  limits?: LimitTable;
  assets?: Assets;
  mount?: (app: HttpApp, sites: Map<string, Site>) => void;
  /** smtp://…: the airline mails from there, a minute after an answer. */
  smtp?: string;
  /** Changes the store that the server is given. */
  storeOf?: (store: Store) => Store;
}

export interface World {
  url: string;
  parts: Parts;
  app: App;
  /** The airline's API. */
  api: string;
  clock: Clock;
  /** What was caught at a boundary and logged; empty when all went as expected. */
  faults: { where: string; error: unknown }[];
  /** A signed identity of a demo customer. */
  identity(as: string): Promise<string>;
  /** Adds an agent of the airline (or of `sites`). */
  hire(name: string, sites?: string[]): Promise<{ email: string; password: string }>;
  /** Lets simulated time pass; resolves when all that it leads to has ended. */
  advance(ms: number): Promise<void>;
  /** Ends the server as it is and starts another one over the same database, on another port. */
  restart(): Promise<void>;
}

/** Sites and models are the same for all worlds of a file, but for where a business answers. */
let prepared: Promise<{ brain: Brain; loaded: Map<string, Site> }> | undefined;

function prepare() {
  prepared ??= (async () => {
    const env = {
      ...process.env,
      AIRLINE_IDENTITY_SECRET: identitySecret,
      SHOP_IDENTITY_SECRET: identitySecret,
    };
    const loaded = await loadSites(join(project, 'demo/sites'), () => ({ env }));
    const brain = createBrain({ dataDir: models, train: trainIntents });
    for (const site of loaded.values()) await brain.prepare(site);
    return { brain, loaded };
  })();
  return prepared;
}

/** No pages: for tests that talk by socket and by HTTP alone. */
export const noAssets: Assets = {
  file: () => undefined,
  page: () => ({ script: '/none.js', styles: [], preloads: [] }),
  dev: false,
};

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'handrail-test-'));
  const api = await startApi({ port: 0 });
  const { brain, loaded } = await prepare();
  const airline = loaded.get('airline')!;
  const mail = { from: { address: 'answers@meridian.example' }, pause: 60_000 };
  const sites = new Map(loaded).set('airline', {
    ...airline,
    api: { ...airline.api, base: api.url },
    ...(options.smtp ? { mail } : {}),
  });
  const simulated: SimulatedClock | undefined = options.simulated ? simulatedClock(Date.now()) : undefined;
  const clock: Clock = simulated ?? systemClock;
  const faults: World['faults'] = [];
  let running = await start();
  const close = async () => {
    await running.app.close();
    await running.store.close();
    await api.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (TestRunner.getCurrentTest() === undefined) afterAll(close);
  else onTestFinished(close);

  async function start() {
    const file = openSqliteStore({ file: join(dataDir, 'handrail.db') });
    const store = options.storeOf?.(file) ?? file;
    const failed = (where: string, error: unknown) => void faults.push({ where, error });
    const parts = compose({
      store,
      sites,
      brain,
      clock,
      newId,
      fetch: globalThis.fetch,
      outbound: createOutboundFetch(),
      ...(options.smtp ? { post: openPost(options.smtp) } : {}),
      failed,
    });
    const app = createApp(parts, {
      assets: withThemes(options.assets ?? noAssets, [...sites.values()]),
      secret: 'signs the visitors of the tests',
      where: { trustProxy: false },
      limits: options.limits ?? 'off',
      secretOf: (name) => (name === 'AIRLINE_IDENTITY_SECRET' ? identitySecret : undefined),
      ...(options.mount ? { mount: (http) => options.mount!(http, sites) } : {}),
    });
    return { app, parts, store, url: await app.listen(0, '127.0.0.1') };
  }

  return {
    get url() {
      return running.url;
    },
    get parts() {
      return running.parts;
    },
    get app() {
      return running.app;
    },
    api: api.url,
    clock,
    faults,
    identity: (as) => demoIdentity({ site: 'airline', as, secret: identitySecret, now: clock.now() }),
    async hire(name, ofSites = ['airline']) {
      const email = `${name.toLowerCase()}@demo.test`;
      // Hashing is slow on purpose: once for all of a file's agents.
      hashed ??= hashPassword(password);
      const agent = { id: newId(), email, name, password: await hashed, sites: ofSites, disabled: false };
      await running.store.addAgent(agent);
      return { email, password };
    },
    async advance(ms) {
      if (!simulated)
        throw new Error('Only a simulated clock can be advanced: createWorld({simulated: true})');
      await advance(running.parts, simulated, { run: running.app.beat }, ms);
    },
    async restart() {
      await running.app.close();
      await running.store.close();
      running = await start();
    },
  };
}
