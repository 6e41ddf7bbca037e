// Pictures of every state of the console, over a fake desk: `node tests/screenshots/console.mjs [OUT] [STATE …]`.
// Serves the gallery under the console's own strict policy; fails on what the policy, the page or axe objects to.
import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [out = join(root, 'node_modules/.cache/screenshots/console'), ...wanted] = process.argv.slice(2);
const sizes = [
  [1280, 800],
  [1024, 768],
];
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const built = mkdtempSync(join(tmpdir(), 'console-gallery-'));
await build({
  configFile: false,
  root: join(root, 'tests/screenshots/console'),
  base: './',
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: built,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: join(root, 'tests/screenshots/console/gallery.html') },
  },
});

const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://gallery').pathname;
  try {
    const body = await readFile(join(built, path));
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/gallery.html`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const faults = [];

/** WCAG 2.2 AA as far as a machine sees it; the page's policy allows no script from outside, the debugger may. */
async function audit(page, name) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  for (const { id, help, nodes } of violations)
    for (const node of nodes) faults.push(`${name}: ${id}: ${help}: ${node.html.slice(0, 160)}`);
}

await mkdir(out, { recursive: true });
const sources = await Promise.all(
  ['scenes.ts', 'file-scenes.ts'].map((file) =>
    readFile(join(root, 'tests/screenshots/console', file), 'utf8'),
  ),
);
const names = [...sources.join('\n').matchAll(/^ {2}'?([a-z-]+)'?: (?:\{|out)/gm)].map((found) => found[1]);
for (const scheme of ['light', 'dark'])
  for (const [width, height] of sizes) {
    const page = await browser.newPage({ viewport: { width, height } });
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(`${page.url()}: ${line.text()}`);
    });
    for (const name of names) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await page.goto(`${address}?state=${name}&scheme=${scheme}`);
      await page.waitForSelector('html[data-ready]');
      if (width === 1280) await audit(page, name);
      await page.screenshot({ path: join(out, `${name}-${width}-${scheme}.png`) });
    }
    await page.close();
  }
await browser.close();
server.close();
await rm(built, { recursive: true });
for (const fault of faults) console.error(fault);
console.log(`${names.length} states in ${out}, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
