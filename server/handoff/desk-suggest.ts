// Articles for the agent's conversation: what the site's articles say to what the customer wrote last, and what the
// agent says of them, for the record.
import type { Conversation } from '../../shared/conversation.ts';
import { failure } from '../../shared/errors.ts';
import type { EventOf } from '../../shared/events.ts';
import { inLocale } from '../../shared/in-locale.ts';
import type { Suggestion } from '../../shared/protocol.ts';
import type { Site } from '../site/site.ts';
import { belongs } from './assign.ts';
import { person } from './desk-claim.ts';
import type { Acting, DeskDeps, SaidResult } from './desk-ports.ts';

/** What a site's articles say to a text, best first. */
export type Passages = (
  site: Site,
  text: string,
  locale: string,
) => { article: string; title: string; url?: string; text: string; score: number }[];

const shown = 4;
/** The customer's latest messages that are asked about; the latest alone counts most. */
const asked = 3;
const earlierCounts = 0.6;
const requestCounts = 0.5;
/** Below it an article has nothing to do with the matter. */
const least = 0.1;

export function createDeskSuggest(deps: DeskDeps, passages: Passages) {
  return {
    /** Undefined when there is no such conversation on the agent's sites. */
    async suggest(agent: Acting, id: string): Promise<Suggestion[] | undefined> {
      const loaded = await deps.recorder.load(id);
      const site = loaded && deps.sites.get(loaded.row.site);
      if (!loaded || !site || !belongs(agent, site.id)) return undefined;
      const judged = new Map<string, boolean>();
      for (const event of await deps.store.read(id))
        if (event.type === 'judged') judged.set(event.article, (event as EventOf<'judged'>).useful);
      return rank(loaded.conversation, site, passages)
        .map((one) => {
          const useful = judged.get(one.id);
          return useful === undefined ? one : { ...one, useful };
        })
        .sort((a, b) => Number(b.useful ?? true) - Number(a.useful ?? true) || b.score - a.score)
        .slice(0, shown);
    },

    async judge(agent: Acting, id: string, article: string, useful: boolean): Promise<SaidResult> {
      const row = await deps.store.conversation(id);
      const site = row && deps.sites.get(row.site);
      if (!row || !site || !belongs(agent, site.id)) return failure('not_found');
      if (!site.articles.some((one) => one.id === article)) return failure('not_found');
      const appended = await deps.recorder.append({
        conversation: id,
        at: deps.now(),
        events: [{ type: 'judged', by: person(agent), article, useful }],
      });
      if (!appended.ok) return failure(appended.why === 'not_found' ? 'not_found' : 'conflict');
      return { ok: true, row: appended.row, seq: appended.events[0]!.seq };
    },
  };
}

/** Best first: the latest message, then those before it, then the request that was taken up, each for less. */
function rank({ view, inside }: Conversation, site: Site, passages: Passages): Suggestion[] {
  const locale = inside.language ?? view.locale;
  const said = view.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'customer' ? [entry.text] : [],
  );
  const [latest, ...earlier] = said.slice(-asked).reverse();
  const intent = site.intents.find(({ id }) => id === inside.intents[0]);
  const sources = [
    ...(latest === undefined ? [] : [{ text: latest, weight: 1 }]),
    ...earlier.map((text) => ({ text, weight: earlierCounts })),
    ...(intent ? [{ text: inLocale(intent.label, locale, site.locale), weight: requestCounts }] : []),
  ];
  const best = new Map<string, Suggestion>();
  for (const { text, weight } of sources) {
    for (const found of passages(site, text, locale)) {
      const { article: id, title, url, text: passage } = found;
      const score = Math.round(found.score * weight * 100) / 100;
      const known = best.get(id);
      if (score < least || (known && known.score >= score)) continue;
      best.set(id, { id, title, ...(url ? { url } : {}), text: passage, score });
    }
  }
  return [...best.values()];
}
