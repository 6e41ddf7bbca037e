// Search for agents: their own sites' conversations by text and customer, each with the place that fits, cut to size.
import type { FoundRow } from '../../shared/protocol.ts';
import type { DeskDeps } from './desk-ports.ts';

const shown = 30;
/** Texts looked through, for each site and kind: weeks of a busy desk, and a second's work at most. */
const depth = 10_000;
const longest = 160;

export function createDeskSearch({ store, recorder }: DeskDeps) {
  return async (sites: string[], text: string): Promise<FoundRow[]> => {
    const found = await store.search({ sites, text, limit: shown, depth });
    return Promise.all(
      found.map(async ({ row, at, text: whole, by }) => {
        const name = (await recorder.load(row.id))?.conversation.view.customer?.name;
        return {
          conversation: row.id,
          site: row.site,
          status: row.status,
          at,
          by,
          text: excerpt(whole, text),
          ...(name ? { name } : {}),
        };
      }),
    );
  };
}

/** The part of a long text around the first word that was looked for. */
function excerpt(whole: string, wanted: string): string {
  const line = whole.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const first = /[\p{L}\p{N}]+/u.exec(wanted)?.[0].toLowerCase() ?? '';
  const at = Math.max(0, line.toLowerCase().indexOf(first) - longest / 4);
  const from = at === 0 ? 0 : line.indexOf(' ', at) + 1;
  const cut = line.slice(from, from + longest);
  return `${from > 0 ? '… ' : ''}${cut}${from + longest < line.length ? ' …' : ''}`;
}
