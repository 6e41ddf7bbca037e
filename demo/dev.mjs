// `npm run dev`: the demo with hot reload. Vite serves the pages' sources and reloads them; the server's sources
// run through its module runner, and the server starts anew when one of them, or a site, changes.
import { randomBytes } from 'node:crypto';
import { createServer as createNetServer } from 'node:net';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, createServer, createServerModuleRunner } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = await freePort();
const vite = await createServer({
  root,
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: { port, clientPort: port, host: '127.0.0.1' } },
});
const runner = createServerModuleRunner(vite.environments.ssr);
const password = randomBytes(9).toString('base64url');
const env = { HANDRAIL_AGENTS: `mia@demo.test:${password}`, ...process.env };

let demo;
let pending;
let restarting = Promise.resolve();
await start();
for (const line of demo.lines)
  console.log(line.replace(/as the agents in HANDRAIL_AGENTS/, env.HANDRAIL_AGENTS.replace(':', '  ')));

vite.watcher.on('all', (event, file) => {
  const path = relative(root, file).split(sep).join('/');
  const ofServer = /^(?:server|shared|demo)\/.*\.(?:ts|yaml|md|css|svg|js)$/.test(path);
  if (event === 'addDir' || !(ofServer || path.startsWith('widget/embed/'))) return;
  clearTimeout(pending);
  pending = setTimeout(() => {
    restarting = restarting.then(restart).catch((error) => console.error(error));
  }, 80);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    clearTimeout(pending);
    await restarting;
    await demo?.close();
    await vite.close();
    process.exit(0);
  });
}

async function start() {
  const { openDemo } = await runner.import('/demo/main.ts');
  demo = await openDemo({ env, assets: await sources(), mount: throughVite });
  // PORT=0 means any port, but the same one after a change.
  env.PORT = new URL(demo.url).port;
}

async function restart() {
  const since = Date.now();
  await demo?.close();
  demo = undefined;
  runner.clearCache();
  await start();
  vite.environments.client.hot.send({ type: 'full-reload' });
  console.log(`server: started anew in ${Date.now() - since} ms`);
}

/** The pages as their sources; only the script tag and its door are built, since other origins load them. */
async function sources() {
  const files = new Map([
    ['/widget.js', await built('main.ts', 'iife')],
    ['/widget/door.js', await built('door.ts', 'es')],
    ['/widget/notify.js', await built('notify.ts', 'es')],
    ['/widget/embed.js', await built('handrail.ts', 'es')],
  ]);
  return {
    dev: true,
    file: (path) => files.get(path),
    page: (name) => ({ script: `/widget/${name}/main.tsx`, styles: [], preloads: [] }),
  };
}

async function built(file, format) {
  const [bundle] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'widget/embed', file), formats: [format], name: 'handrail', fileName: file },
    },
  });
  return {
    type: 'text/javascript; charset=utf-8',
    bytes: new TextEncoder().encode(bundle.output[0].code),
  };
}

/** What none of the server's routes answers. */
function throughVite(app) {
  app.all('*', async (context) => {
    const { incoming, outgoing } = context.env;
    const sent = await new Promise((resolve) => {
      outgoing.once('finish', () => resolve(true));
      vite.middlewares(incoming, outgoing, () => resolve(false));
    });
    return sent ? new Response(null, { headers: { 'x-hono-already-sent': 'true' } }) : context.notFound();
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createNetServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
