// A world with the built pages and the demo's shops, and a real browser to look at it.
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { demoPages } from '../../demo/pages/demo-pages.ts';
import { buildIfStale, builtAt } from '../../server/build-if-stale.mjs';
import { loadAssets } from '../../server/intake/assets.ts';
import { launchChromium } from './chromium.ts';
import { createWorld, identitySecret, type World } from './world.ts';

export interface BrowserWorld extends World {
  browser: Browser;
  /** A page of a browser profile of its own; what it throws or logs as an error is in `complaints`. */
  page(path: string, options?: BrowserContextOptions): Promise<Page>;
  complaints: string[];
}

export async function createBrowserWorld(): Promise<BrowserWorld> {
  await buildIfStale();
  const built = loadAssets(builtAt);
  const world = await createWorld({
    assets: built,
    mount: (app, sites) => {
      const fetch = globalThis.fetch;
      app.route('/demo', demoPages({ sites, secretOf: () => identitySecret, now: Date.now, fetch }));
    },
  });
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const complaints: string[] = [];
  return Object.assign(world, {
    browser,
    complaints,
    async page(path: string, options?: BrowserContextOptions) {
      const page = await (await browser.newContext(options)).newPage();
      page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error')
          complaints.push(`${path}: ${message.text()} ${message.location().url}`);
      });
      await page.goto(world.url + path);
      return page;
    },
  });
}

/** The panel's frame; it stands in a closed shadow root, where selectors do not reach. */
export async function panelOf(page: Page): Promise<Frame> {
  const isPanel = (frame: Frame) => new URL(frame.url() || 'about:blank').pathname === '/widget/frame';
  const there = page.frames().find(isPanel);
  if (there) return there;
  return page.waitForEvent('framenavigated', { predicate: isPanel }).then((frame) => frame);
}
