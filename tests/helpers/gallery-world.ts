// The gallery in a real Chromium: each state of panel and launcher by name, in a language and a look.
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serveGallery } from '../screenshots/serve-gallery.mjs';
import { chromiumArguments, findChromium } from './launch-chromium.ts';

/** When the gallery's conversations take place: whoever looks at any time sees the same. */
export const galleryNow = Date.UTC(2026, 10, 18, 10, 32);

export interface Look {
  locale?: string;
  scheme?: 'light' | 'dark';
}

export interface GalleryWorld {
  states: string[];
  /** Where they are shown now. */
  readonly page: Page;
  /** Shows a state, as it stands when all of it is there. */
  show(state: string, look?: Look): Promise<void>;
  /** Goes on in a new page: one that has shown hundreds of states is slow, and holds gigabytes. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** `more`: switches of the browser beyond the usual ones. */
export async function createGallery(
  options: BrowserContextOptions = {},
  more: string[] = [],
): Promise<GalleryWorld> {
  const gallery = await serveGallery();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments, ...more],
  });
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    ...options,
  });
  const complaints: string[] = [];
  const open = async () => {
    const opened = await context.newPage();
    opened.on('pageerror', ({ message }) => complaints.push(message));
    opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await opened.clock.setFixedTime(galleryNow);
    return opened;
  };
  let page = await open();
  // Only the names are read here: the states themselves, some eighty frames side by side, are left out.
  const isState = (url: URL) => url.searchParams.has('state');
  await page.route(isState, (route) => route.fulfill({ body: '' }));
  await page.goto(gallery.url, { waitUntil: 'domcontentloaded' });
  await page.locator('figcaption').first().waitFor();
  const states = await page.locator('figcaption').allTextContents();
  await page.unroute(isState);
  return {
    states,
    get page() {
      return page;
    },
    async show(state, { locale = 'en', scheme = 'light' } = {}) {
      await page.goto(`${gallery.url}?state=${state}&locale=${locale}&scheme=${scheme}`, {
        waitUntil: 'commit',
      });
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      if (complaints.length > 0) throw new Error(`${state} in ${locale}: ${complaints.join('; ')}`);
    },
    async renew() {
      await page.close();
      page = await open();
    },
    async close() {
      await browser.close();
      gallery.close();
    },
  };
}
