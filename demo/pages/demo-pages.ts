// `/demo/*`: the pages of the demo businesses, and what only a demo has: identities for the asking.
import { type Context, Hono } from 'hono';
import type { Site } from '../../server/site/site.ts';
import { dayAfter } from '../business/day.ts';
import { demoIdentity } from '../identity.ts';
import { demoPeople } from '../people.ts';
import { airlinePage } from './airline-page.ts';
import { assets } from './assets.ts';
import { demoDocument, type Page } from './document.ts';
import { faultPanel, switchFault } from './fault-panel.ts';
import { indexPage, indexPolicy } from './index-page.ts';
import { recordsView } from './records.ts';
import { shopPage } from './shop-page.ts';
import type { Language } from './switcher.ts';

export interface DemoPagesOptions {
  /** By id; a site without a page here is left out. */
  sites: Map<string, Site>;
  /** The value of a site's `identity.secretEnv`. */
  secretOf: (name: string) => string | undefined;
  /** Epoch ms. */
  now: () => number;
  /** Asks the businesses' APIs for what the pages show of them. */
  fetch: typeof globalThis.fetch;
}

const pages: Record<string, (language: Language, tomorrow: string) => Page> = {
  airline: airlinePage,
  shop: shopPage,
};
const lines: Record<string, string> = {
  airline: 'A small airline: bags, dates, cancellations, delays.',
  shop: 'A pottery shop: orders, returns, a coffee subscription.',
};

/** Mount it at `/demo`. */
export function demoPages({ sites, secretOf, now, fetch }: DemoPagesOptions): Hono {
  const siteOf = (c: Context): Site | undefined => {
    const id = c.req.param('site') ?? '';
    return Object.hasOwn(pages, id) ? sites.get(id) : undefined;
  };
  const app = new Hono();
  app.get('/', (c) => {
    const shown = [...sites.values()].filter(({ id }) => Object.hasOwn(pages, id));
    const links = shown.map(({ id, name, locale, assistant, theme }) => ({
      site: id,
      name: name[locale]!,
      assistant: assistant.name,
      line: lines[id] ?? '',
      theme,
    }));
    c.header('content-security-policy', indexPolicy);
    return c.html(indexPage(links, links.find(({ site }) => site === c.req.query('site')) ?? links[0]));
  });
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    return asset
      ? c.body(asset.text, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' })
      : c.notFound();
  });
  app.get('/:site', (c) => {
    const site = siteOf(c);
    if (!site) return c.notFound();
    const tomorrow = dayAfter(new Date(now()), 1, site.hours.timeZone);
    const page = pages[site.id]!(languageOf(c), tomorrow);
    return c.html(demoDocument(page, personOf(c, site), languageOf(c)));
  });
  app.get('/:site/faults', async (c) => {
    const site = siteOf(c);
    if (!site) return c.notFound();
    const [as, language] = [personOf(c, site), languageOf(c)];
    const page = await faultPanel(site, pages[site.id]!(language, ''), as, language, fetch);
    return c.html(demoDocument(page, as, language));
  });
  app.post('/:site/faults', async (c) => {
    const site = siteOf(c);
    if (!site) return c.notFound();
    // Another page's form must not break the demo.
    const origin = c.req.header('origin');
    if (origin !== undefined && new URL(origin).host !== c.req.header('host')) return c.text('denied', 403);
    if (!(await switchFault(site, await c.req.parseBody(), fetch))) return c.text('no such fault', 400);
    const query = `as=${personOf(c, site)}&lang=${languageOf(c)}`;
    return c.redirect(`/demo/${site.id}/faults?${query}`, 303);
  });
  app.get('/:site/records', async (c) => {
    const site = siteOf(c);
    if (!site) return c.notFound();
    const view = await recordsView(site, personOf(c, site), languageOf(c), fetch);
    return view ? c.html(view.html) : c.notFound();
  });
  app.get('/:site/identity', async (c) => {
    const site = siteOf(c);
    const as = c.req.query('as') ?? '';
    const secret = site?.identity.secretEnv && secretOf(site.identity.secretEnv);
    if (!site || !demoPeople(site.id).some(({ id }) => id === as))
      return c.json({ error: 'not_found', message: 'There is no such demo customer.' }, 404);
    if (!secret)
      return c.json(
        { error: 'unavailable', message: `${site.identity.secretEnv} is not set, so nobody can sign in.` },
        503,
      );
    c.header('cache-control', 'no-store');
    return c.json({ token: await demoIdentity({ site: site.id, as, secret, now: now() }) });
  });
  return app;
}

function languageOf(c: Context): Language {
  return c.req.query('lang') === 'de' ? 'de' : 'en';
}

/** The demo's default customer, unless the address names another or nobody. */
function personOf(c: Context, site: Site): string {
  const as = c.req.query('as');
  if (as === 'anonymous' || demoPeople(site.id).some(({ id }) => id === as)) return as!;
  return site.demo?.customer ?? 'anonymous';
}
