// Search in the embedded store: walks the latest texts of each site by their index, at most `depth` of them. It
// runs in the store's own thread; what was erased has no content and is not found.

import type { Found, Search } from './search.ts';
import {
  latestEach,
  type SearchedText,
  searchedText,
  searchedTypes,
  searchFor,
  withRows,
} from './search-texts.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { conversationRows } from './stored-conversation.ts';
import { storedEvent } from './stored-event.ts';

interface Text {
  conversation: string;
  seq: number;
  at: number;
  content: string;
}

export function searchConversations(file: SqliteFile, { sites, text, limit, depth }: Search): Found[] {
  const fits = searchFor(text);
  if (!fits) return [];
  const latest = file.statement(
    `SELECT conversation, seq, at, content FROM events WHERE site = ? AND type = ? AND content IS NOT NULL
     ORDER BY at DESC LIMIT ?`,
  );
  const found: SearchedText[] = [];
  for (const site of new Set(sites)) {
    for (const type of searchedTypes) {
      const conversations = new Set<string>();
      for (const row of latest.iterate(site, type, depth) as Iterable<Text>) {
        if (conversations.has(row.conversation)) continue;
        const one = searchedText(row.conversation, storedEvent(row.content, row.seq, row.at));
        if (!one || !fits(one.text)) continue;
        found.push(one);
        conversations.add(row.conversation);
        // Of one kind nothing earlier can be among the latest.
        if (conversations.size >= limit) break;
      }
    }
  }
  const hits = latestEach(found, limit);
  return withRows(
    hits,
    hits.map(({ conversation }) => conversationRows(file, 'id = ?', conversation)[0]),
  );
}
