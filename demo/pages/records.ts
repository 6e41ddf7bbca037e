// What the business's system has of the chosen person, as a fragment of the page: proof of what the chat really did.
import type { Site } from '../../server/site/site.ts';
import { airlineRecords } from './airline-records.ts';
import type { Markup } from './markup.ts';
import { shopRecords } from './shop-records.ts';
import type { Language } from './switcher.ts';

/** GETs a path of the business's API; undefined when it does not answer as it should. */
export type Ask = (path: string) => Promise<unknown>;

const views: Record<string, (ask: Ask, as: string, language: Language) => Promise<Markup>> = {
  airline: airlineRecords,
  shop: shopRecords,
};

export async function recordsView(
  site: Site,
  as: string,
  language: Language,
  fetch: typeof globalThis.fetch,
): Promise<Markup | undefined> {
  const view = Object.hasOwn(views, site.id) ? views[site.id] : undefined;
  const ask: Ask = async (path) => {
    const answer = await fetch(site.api.base + path, {
      headers: site.api.headers,
      signal: AbortSignal.timeout(2000),
    });
    return answer.ok ? answer.json() : undefined;
  };
  return view?.(ask, as, language);
}
