// Pictures of every state of panel and launcher, for people to look at: `node tests/screenshots/gallery.mjs
// [--out DIR] [--only NAME,NAME] [--locales en,ar] [--quick]`. Fails on what the page or its policy objects to.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serveGallery } from './serve-gallery.mjs';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist/gallery-shots' },
    only: { type: 'string' },
    locales: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const views = [
  { name: 'phone', width: 360, height: 640 },
  { name: 'tablet', width: 768, height: 1024 },
  { name: 'desktop', width: 1280, height: 800 },
];
const looks = values.locales
  ? values.locales.split(',').map((locale) => ({ name: locale, query: `scheme=light&locale=${locale}` }))
  : [
      { name: 'light', query: 'scheme=light' },
      { name: 'dark', query: 'scheme=dark' },
      { name: 'rtl', query: 'scheme=light&locale=ar' },
    ];

const gallery = await serveGallery();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const faults = [];
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(gallery.url);
  const names = (await page.locator('figcaption').allTextContents()).filter(
    (name) => !values.only || values.only.split(',').includes(name),
  );
  let count = 0;
  for (const view of values.quick ? views.slice(0, 1) : views)
    for (const look of values.quick && !values.locales ? looks.slice(0, 1) : looks)
      for (const name of names) {
        await page.setViewportSize(view);
        await page.goto(`${gallery.url}?state=${name}&${look.query}`);
        await page.locator('html[data-ready]').waitFor({ state: 'attached' });
        await page.screenshot({
          path: join(values.out, `${name}-${view.name}-${look.name}.png`),
          animations: 'disabled',
        });
        count++;
      }
  console.log(`${count} pictures in ${values.out}`);
} finally {
  await browser.close();
  gallery.close();
}
if (faults.length > 0) {
  console.error([...new Set(faults)].join('\n'));
  process.exitCode = 1;
}
