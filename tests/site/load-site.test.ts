// A good folder becomes a Site whose expressions run; the demo's own folders are good ones.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../server/site/check-site.ts';
import { loadSite } from '../../server/site/load-site.ts';
import { loadSites } from '../../server/site/load-sites.ts';
import { SiteError } from '../../server/site/site-error.ts';
import { formatWords } from '../../server/speak/format-words.ts';
import { goodFiles, siteFolder } from './site-folder.ts';

const demoSites = resolve(import.meta.dirname, '../../demo/sites');

async function loaded(files: Record<string, string | undefined> = {}, options = {}) {
  const { folder, remove } = await siteFolder(files);
  try {
    return await loadSite(folder, { env: {}, ...options });
  } finally {
    await remove();
  }
}

describe('loadSite', () => {
  it('makes durations milliseconds, hours shifts, and fills in what holds by default', async () => {
    const site = await loaded();
    expect(site).toMatchObject({
      id: 'corner-shop',
      name: { en: 'Corner Shop', de: 'Corner Shop' },
      limits: { reply: 8000, agent: 180_000 },
      retentionDays: 30,
      thresholds: { confidence: 0.75, margin: 0.1, destructive: 0.8 },
      empathy: { opener: 'empathetic', bufferTurns: 1 },
      identity: { alg: 'HS256', secretEnv: 'CORNER_SECRET', audience: 'corner-shop' },
      api: { base: 'https://api.corner.example/v1', headers: { authorization: 'Bearer none' } },
    });
    expect(site.hours.week).toMatchObject({
      1: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      6: [['10:00', '14:00']],
      7: [],
    });
    const [action] = site.actions;
    expect(action).toMatchObject({
      timeout: 1500,
      maxStaleness: 30_000,
      undo: { window: 600_000 },
      rollout: { mode: 'autonomous', share: 1 },
    });
    expect(site.tests[0]!.steps[2]).toMatchObject({ clock: 360_000, expect: { notSaid: ['done'] } });
  });

  it('takes the address of the API and secrets from outside, and never without a value', async () => {
    const site = await loaded({}, { apiBase: 'http://127.0.0.1:4000/', env: { CORNER_TOKEN: 'sesame' } });
    expect(site.api).toMatchObject({
      base: 'http://127.0.0.1:4000',
      headers: { authorization: 'Bearer sesame' },
    });
    const bare = goodFiles['site.yaml']!.replace(':-none}', '}');
    await expect(loaded({ 'site.yaml': bare })).rejects.toThrow(
      /site\.yaml:\d+:\d+ error: the environment variable CORNER_TOKEN is not set/,
    );
  });

  it('compiles conditions that run over records as they come, with now in epoch ms', async () => {
    const site = await loaded();
    const now = Date.parse('2026-11-21T10:00:00Z');
    const object = {
      reference: 'A1',
      item: 'Tea',
      placedOn: '2026-11-20T09:00:00Z',
      status: 'open',
      total: 12,
    };
    const when = site.actions[0]!.when!;
    expect(when.test({ object, customer: {}, now })).toBe(true);
    expect(when.test({ object: { ...object, status: 'sent' }, customer: {}, now })).toBe(false);
    expect(() => when.test({ object: { status: 'open' }, customer: {}, now })).toThrow();
    const offered = site.intents[0]!.when!;
    expect(offered.test({ orders: [object], customer: {}, now })).toBe(true);
    expect(offered.test({ orders: [], customer: {}, now })).toBe(false);
  });

  it('makes sentences whose nested values can be said', async () => {
    const site = await loaded();
    const values = { object: { item: 'Tea', total: 12.5 } };
    expect(formatWords(site.actions[0]!.confirm.money!.de!, 'de', values)).toBe(
      '12,50\u00a0€ kommen zurück.',
    );
    expect(formatWords(site.facts[0]!.label.en!, 'en', { item: 'Tea', placedOn: '2026-11-20' })).toBe(
      'Tea of November 20, 2026',
    );
  });

  it('reads articles by language', async () => {
    const site = await loaded();
    expect(site.articles).toContainEqual({
      id: 'opening',
      title: 'Opening hours',
      text: 'We are open on working days.',
      url: 'https://corner.example/hours',
      locale: 'en',
    });
    expect(site.articles).toContainEqual(
      expect.objectContaining({ id: 'opening', locale: 'de', title: 'Öffnungszeiten' }),
    );
  });

  it('has a version that changes with any file and with nothing else', async () => {
    const { folder, remove } = await siteFolder();
    const first = (await loadSite(folder, { env: {} })).version;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect((await loadSite(folder, { env: { CORNER_TOKEN: 'x' } })).version).toBe(first);
    await writeFile(
      join(folder, 'knowledge/opening.md'),
      goodFiles['knowledge/opening.md']!.replace('working days', 'Sundays'),
    );
    expect((await loadSite(folder, { env: {} })).version).not.toBe(first);
    await remove();
  });

  it('throws a SiteError that lists every problem', async () => {
    const wrong = goodFiles['intents.yaml']!.replace('action: cancel-order', 'action: nothing').replace(
      'article: opening',
      'article: nothing',
    );
    const error = await loaded({ 'intents.yaml': wrong }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SiteError);
    expect((error as SiteError).problems).toHaveLength(2);
    expect((error as SiteError).message).toMatch(
      /intents\.yaml:\d+:\d+ error: there is no article "nothing"/,
    );
  });
});

describe('the demo sites', () => {
  it.each(['airline', 'shop'])('%s has no problem, not even a warning', async (id) => {
    expect((await checkSite(join(demoSites, id), { env: {} })).problems).toEqual([]);
  });

  it('are loaded together, each with its own API', async () => {
    const sites = await loadSites(demoSites, (id) => ({ env: {}, apiBase: `http://127.0.0.1:1/${id}` }));
    expect([...sites.keys()]).toEqual(['airline', 'shop']);
    expect(sites.get('shop')!.api.base).toBe('http://127.0.0.1:1/shop');
  });

  it('the airline covers what its customers come for', async () => {
    const { intents, actions, articles } = await loadSite(join(demoSites, 'airline'), { env: {} });
    const ids = intents.map(({ id }) => id);
    const required =
      'remove-bag cancel-flight change-flight refund-status booking-status baggage-allowance seat-choice check-in delayed-flight lost-bag special-assistance invoice complaint change-contact';
    expect(ids).toEqual(expect.arrayContaining(required.split(' ')));
    for (const { id, examples } of intents) expect(examples.length, id).toBeGreaterThanOrEqual(18);
    expect(actions.filter(({ risk }) => risk === 'destructive').map(({ id }) => id)).toEqual([
      'remove-bag',
      'cancel-flight',
      'change-flight',
    ]);
    expect(new Set(articles.map(({ id }) => id)).size).toBeGreaterThanOrEqual(8);
  });
});
