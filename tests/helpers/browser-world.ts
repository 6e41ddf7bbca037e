// A world with the built pages and the demo's shops, and a real browser to look at it.
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { demoPages } from '../../demo/pages/demo-pages.ts';
import { buildIfStale, builtAt } from '../../server/build-if-stale.mjs';
import { loadAssets } from '../../server/intake/assets.ts';
import { launchChromium } from './launch-chromium.ts';
import { createWorld, identitySecret, type World, type WorldOptions } from './world.ts';

export interface BrowserWorld extends World {
  browser: Browser;
  /** A page (a path here, or a whole address) of a browser profile of its own; what it throws or logs as an error is in `complaints`. */
  page(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Another tab of the same profile. */
  tab(path: string, context: BrowserContext): Promise<Page>;
  complaints: string[];
}

export async function createBrowserWorld(
  options: Pick<WorldOptions, 'simulated' | 'mount'> & Parameters<typeof launchChromium>[0] = {},
): Promise<BrowserWorld> {
  await buildIfStale();
  const built = loadAssets(builtAt);
  // The shop's pages sign by the world's own clock: under a simulated one the system's would be in the future.
  let now = Date.now;
  const world = await createWorld({
    ...options,
    assets: built,
    mount: (app, sites) => {
      const fetch = globalThis.fetch;
      app.route('/demo', demoPages({ sites, secretOf: () => identitySecret, now: () => now(), fetch }));
      options.mount?.(app, sites);
    },
  });
  now = () => world.clock.now();
  const { ignoreDefaultArgs } = options;
  const browser = await launchChromium(ignoreDefaultArgs ? { ignoreDefaultArgs } : {});
  onTestFinished(() => browser.close());
  const complaints: string[] = [];
  const tab: BrowserWorld['tab'] = async (path, context) => {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${path}: ${message.text()} ${message.location().url}`);
    });
    await page.goto(path.startsWith('http') ? path : world.url + path);
    return page;
  };
  return Object.assign(world, {
    browser,
    complaints,
    tab,
    page: async (path: string, of?: BrowserContextOptions) => tab(path, await browser.newContext(of)),
  });
}

/** The panel's frame; it stands in a closed shadow root, where selectors do not reach. */
export async function panelOf(page: Page): Promise<Frame> {
  const isPanel = (frame: Frame) => new URL(frame.url() || 'about:blank').pathname === '/widget/frame';
  const there = page.frames().find(isPanel);
  if (there) return there;
  return page.waitForEvent('framenavigated', { predicate: isPanel }).then((frame) => frame);
}

/** Opens the chat on a page as its own button would, and gives the panel when it can be written in. */
export async function openChat(page: Page): Promise<Frame> {
  await page.waitForFunction(() => 'open' in ((window as { Handrail?: object }).Handrail ?? {}));
  await page.evaluate(() => (window as unknown as { Handrail: { open(): void } }).Handrail.open());
  const panel = await panelOf(page);
  await panel.getByText('automated assistant').first().waitFor();
  return panel;
}

/** Writes a message and sends it off. */
export async function say(panel: Frame, text: string): Promise<void> {
  await panel.getByLabel('Write a message').fill(text);
  await panel.getByLabel('Write a message').press('Enter');
}
