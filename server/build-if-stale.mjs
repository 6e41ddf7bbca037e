// Builds what is missing or older than its sources, before `npm start` and `npx handrail` load it. Plain
// JavaScript, since Node 20 reads no TypeScript.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, 'built-from');
const lock = join(root, 'node_modules/.cache/handrail-build.lock');
const folders = ['widget', 'server', 'shared', 'demo'];
const files = ['vite.config.ts', 'package.json', 'package-lock.json'];
const sources = /\.(?:ts|tsx|mjs|js|css|svg|html|json)$/;

/** Where the build is; its entries are `server/NAME.js`, its pages `client/`, the script tag `embed/widget.js`. */
export const builtAt = new URL('../dist/', import.meta.url);

/** Changes whenever a source does: names, sizes and times, since reading them all would cost a start its speed. */
function sourcesNow() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  };
  for (const folder of folders) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.sort()) if (sources.test(name)) add(join(folder, name));
  }
  for (const file of files) if (existsSync(join(root, file))) add(file);
  return hash.digest('hex');
}

const upToDate = (now) => existsSync(stamp) && readFileSync(stamp, 'utf8') === now;

/** Runs `work` in one process at a time; a lock whose owner is gone is taken over. */
async function alone(work) {
  mkdirSync(join(lock, '..'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!ownerLives()) rmSync(lock, { force: true });
      await delay(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function ownerLives() {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // A file without a number in it was only just made.
    if (owner > 0) process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Resolves to whether anything had to be built. `say` hears of it before it begins. */
export async function buildIfStale(say = () => {}) {
  if (upToDate(sourcesNow())) return false;
  return alone(async () => {
    const now = sourcesNow();
    if (upToDate(now)) return false;
    say('Building (a few seconds, only after a change) …');
    rmSync(stamp, { force: true });
    await build();
    writeFileSync(stamp, now);
    return true;
  });
}

/** Whoever builds, a test too, gets the packages' production halves: Vite goes by NODE_ENV and not by `mode`. */
async function build() {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({ root, logLevel: 'error', mode: 'production' });
    await builder.buildApp();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

// `npm run build`
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!(await buildIfStale(console.log))) console.log('The build is up to date.');
}
