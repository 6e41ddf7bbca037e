// The entry of `npm start` and `npm run dev`: the server with the demo around it, that is the businesses' APIs on
// ports of their own, their pages, and an agent to sign in as.
import { randomBytes } from 'node:crypto';
import { ConfigError, parseConfig } from '../server/config.ts';
import type { Assets } from '../server/intake/assets.ts';
import type { HttpApp } from '../server/intake/http-app.ts';
import { type RunningServer, startServer } from '../server/main.ts';
import { runUntilStopped } from '../server/run-until-stopped.ts';
import { SiteError } from '../server/site/site-error.ts';
import { trainIntents } from '../server/understand/train-intents.ts';
import { startAirlineApi } from './airline-api/start-airline-api.ts';
import type { RunningApi } from './business/serve-api.ts';
import { demoPages } from './pages/demo-pages.ts';
import { demoPeople } from './people.ts';
import { startShopApi } from './shop-api/start-shop-api.ts';

type Env = Record<string, string | undefined>;

/** The businesses' APIs by site. */
const businesses: Record<string, (options: { port: number }) => Promise<RunningApi>> = {
  airline: startAirlineApi,
  shop: startShopApi,
};

/** The demos' own secrets, by which their pages sign who is signed in; made anew at each start unless given. */
const identitySecrets = ['AIRLINE_IDENTITY_SECRET', 'SHOP_IDENTITY_SECRET'];

/** The demo's desk is shown whole: its agent sees the supervisor's view too. */
const demoAgent = (password: string) => ({
  email: 'mia@demo.test',
  password,
  supervisor: true,
  teams: ['refunds'],
});

export interface DemoOptions {
  env: Env;
  /** The build; absent under `npm run dev`, which brings pages of its own. */
  builtAt?: URL;
  assets?: Assets;
  /** Further routes, behind all others. */
  mount?: (app: HttpApp) => void;
}

export interface Demo extends RunningServer {
  /** What to print: where things are and how to sign in. */
  lines: string[];
}

/** Starts the APIs and the server. Throws ConfigError, SiteError, or what the port says. */
export async function openDemo({ env: given, builtAt, assets, mount }: DemoOptions): Promise<Demo> {
  const env: Env = { LOG_LEVEL: 'warn', ...given };
  for (const name of identitySecrets) env[name] ||= randomBytes(32).toString('hex');
  const config = parseConfig(env);
  const password = randomBytes(9).toString('base64url');
  const agents = config.agents.length > 0 ? config.agents : [demoAgent(password)];
  const apis = new Map<string, RunningApi>();
  const closeApis = () => Promise.all([...apis.values()].map((api) => api.close()));
  try {
    for (const [site, start] of Object.entries(businesses)) {
      // Where its address is given, as to several nodes of one demo, it is there already.
      if (!env[`${site.toUpperCase()}_API`]) apis.set(site, await start({ port: 0 }));
    }
    const server = await startServer({
      config: { ...config, agents },
      env,
      apiBases: Object.fromEntries([...apis].map(([site, { url }]) => [site, url])),
      ...(builtAt ? { builtAt } : { train: trainIntents }),
      ...(assets ? { assets } : {}),
      mount: (app, sites) => {
        const secretOf = (name: string) => env[name];
        app.route('/demo', demoPages({ sites, secretOf, now: Date.now, fetch: globalThis.fetch }));
        app.get('/', (context) => context.redirect('/demo'));
        mount?.(app);
      },
    });
    const shown = [...server.parts.sites.keys()].filter((site) => demoPeople(site).length > 0);
    return {
      ...server,
      lines: linesFor(server.url, shown, config.agents.length > 0 ? undefined : agents[0]),
      async close() {
        await server.close();
        await closeApis();
      },
    };
  } catch (error) {
    await closeApis();
    throw error;
  }
}

/** Runs the demo until a signal; resolves to the exit code. */
export async function startDemo(options: DemoOptions): Promise<number> {
  try {
    const demo = await openDemo(options);
    for (const line of demo.lines) console.log(line);
    return await runUntilStopped(demo);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof SiteError) console.error(error.message);
    else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      console.error(`${(error as Error).message}\nSet PORT to another one: PORT=8788 npm start`);
    } else throw error;
    return 1;
  }
}

function linesFor(
  url: string,
  sites: string[],
  agent: { email: string; password: string } | undefined,
): string[] {
  return [
    '',
    ...sites.map((site) => `  ${`${site}:`.padEnd(10)} ${url}/demo/${site}`),
    `  console:   ${url}/console`,
    agent
      ? `  sign in:   ${agent.email}  ${agent.password}`
      : '  sign in:   as the agents in HANDRAIL_AGENTS',
    '',
    '  Ctrl+C stops it.',
    '',
  ];
}
