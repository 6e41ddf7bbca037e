// Search in Postgres: the latest texts of each site by their index, in pages, at most `depth` of them, matched here
// by the same definition as everywhere, whatever the database's own collation makes of letters.
import { conversationRow } from './conversation-columns.ts';
import type { PostgresSession } from './postgres-pool.ts';
import type { Found, Search } from './search.ts';
import {
  latestEach,
  type SearchedText,
  searchedText,
  searchedTypes,
  searchFor,
  withRows,
} from './search-texts.ts';
import { storedEvent } from './stored-event.ts';

const page = 1_000;

export async function searchConversations(
  { build, run }: PostgresSession,
  { sites, text, limit, depth }: Search,
): Promise<Found[]> {
  const fits = searchFor(text);
  if (!fits) return [];

  const latest = async (site: string, type: string): Promise<SearchedText[]> => {
    const found = new Map<string, SearchedText>();
    for (let looked = 0; looked < depth && found.size < limit; looked += page) {
      const { rows } = await run(
        build
          .selectFrom('events')
          .select(['conversation', 'seq', 'at', 'content'])
          .where('site', '=', site)
          .where('type', '=', type)
          .where('content', 'is not', null)
          .orderBy('at', 'desc')
          .orderBy('conversation')
          .orderBy('seq', 'desc')
          .offset(looked)
          .limit(Math.min(page, depth - looked))
          .compile(),
      );
      for (const row of rows) {
        const one = searchedText(row.conversation, storedEvent(row.content!, row.seq, row.at));
        if (one && !found.has(row.conversation) && fits(one.text)) found.set(row.conversation, one);
      }
      if (rows.length < page) break;
    }
    return [...found.values()];
  };

  const texts: SearchedText[] = [];
  for (const site of new Set(sites))
    for (const type of searchedTypes) texts.push(...(await latest(site, type)));
  const hits = latestEach(texts, limit);
  if (hits.length === 0) return [];
  const ids = hits.map(({ conversation }) => conversation);
  const { rows } = await run(build.selectFrom('conversations').selectAll().where('id', 'in', ids).compile());
  return withRows(hits, rows.map(conversationRow));
}
