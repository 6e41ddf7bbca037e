// Pictures of every state of the panel, for people to look at: `node tests/screenshots/gallery.mjs [--out DIR]
// [--only NAME] [--quick]`. Builds the gallery, serves it on a spare port, and drives a Chromium.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist/gallery-shots' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const views = [
  { name: 'phone', width: 360, height: 640 },
  { name: 'tablet', width: 768, height: 1024 },
  { name: 'desktop', width: 1280, height: 800 },
];
const looks = [
  { name: 'light', query: 'scheme=light' },
  { name: 'dark', query: 'scheme=dark' },
  { name: 'rtl', query: 'scheme=light&locale=ar' },
];
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const built = mkdtempSync(join(tmpdir(), 'handrail-gallery-'));
await build({
  configFile: false,
  root: 'demo/gallery',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: built, emptyOutDir: true, target: 'es2022' },
});
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://gallery').pathname;
  const file = path === '/' ? 'index.html' : path.slice(1);
  try {
    const body = readFileSync(join(built, file));
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    // As strict as the panel's own document.
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; require-trusted-types-for 'script'",
    );
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const faults = [];
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`http://127.0.0.1:${port}/`);
  const names = (await page.locator('figcaption').allTextContents()).filter(
    (name) => !values.only || values.only.split(',').includes(name),
  );
  let count = 0;
  for (const view of values.quick ? views.slice(0, 1) : views)
    for (const look of values.quick ? looks.slice(0, 1) : looks)
      for (const name of names) {
        await page.setViewportSize(view);
        await page.goto(`http://127.0.0.1:${port}/?state=${name}&${look.query}`);
        await page.locator('.composer').waitFor();
        await page.evaluate(() =>
          Promise.all(
            document
              .getAnimations()
              .filter((one) => one.effect.getTiming().iterations === 1)
              .map((one) => one.finished),
          ),
        );
        await page.screenshot({
          path: join(values.out, `${name}-${view.name}-${look.name}.png`),
          animations: 'disabled',
        });
        count++;
      }
  console.log(`${count} pictures in ${values.out}`);
} finally {
  await browser.close();
  server.close();
  rmSync(built, { recursive: true });
}
if (faults.length > 0) {
  console.error([...new Set(faults)].join('\n'));
  process.exitCode = 1;
}
