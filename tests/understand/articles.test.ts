// The demo sites' own articles answer what customers ask of them, from the right section.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSite } from '../../server/site/load-site.ts';
import type { Site } from '../../server/site/site.ts';
import { findPassages } from '../../server/understand/find-passages.ts';
import { articleProbes, unanswerable } from './probes/article-probes.ts';

const names = ['airline', 'shop'] as const;
const sites = {} as Record<(typeof names)[number], Site>;

beforeAll(async () => {
  const env = { AIRLINE_IDENTITY_SECRET: 'test', SHOP_IDENTITY_SECRET: 'test' };
  for (const name of names)
    sites[name] = await loadSite(`demo/sites/${name}`, { env, apiBase: 'http://127.0.0.1:1' });
});

/** Article and heading of what would be said, or undefined below the site's threshold. */
function answer(site: Site, question: string): { article: string; heading: string } | undefined {
  const best = findPassages(site, question, 'en')[0];
  if (best === undefined || best.score < site.thresholds.knowledge) return undefined;
  const { text } = site.articles.find(({ id, locale }) => id === best.article && locale === 'en')!;
  const before = text.slice(0, text.indexOf(best.text.split('\n')[0]!));
  return {
    article: best.article,
    heading:
      before
        .match(/^## .*$/gm)
        ?.at(-1)
        ?.slice(3) ?? '',
  };
}

describe('findPassages', () => {
  it('finds the article for nine questions of ten, and the section for three of four', () => {
    const all = names.flatMap((name) =>
      articleProbes[name].map(([question, article, heading]) => {
        const found = answer(sites[name], question);
        return {
          line: `${question} → ${found?.article} / ${found?.heading}`,
          article: found?.article === article,
          section: found?.article === article && found.heading === heading,
        };
      }),
    );
    const wrong = (right: (one: (typeof all)[number]) => boolean) =>
      all.flatMap((one) => (right(one) ? [] : [one.line])).join('\n');
    expect(
      all.filter(({ article }) => article).length / all.length,
      wrong((one) => one.article),
    ).toBeGreaterThanOrEqual(0.9);
    expect(
      all.filter(({ section }) => section).length / all.length,
      wrong((one) => one.section),
    ).toBeGreaterThanOrEqual(0.75);
  });

  it('has nothing for what the sites do not write about, but for a word that an article has by the way', () => {
    const found = names.flatMap((name) =>
      unanswerable[name].filter((question) => answer(sites[name], question) !== undefined),
    );
    // "Baking soda" against stains.
    expect(found).toEqual(['how do I bake bread']);
  });
});
