// What businesses pushed of their customers, in the embedded store: the latest of each kind, and nothing of yesterday.
import type { SqliteFile } from './sqlite-file.ts';
import type { PushedFacts } from './store.ts';

export function putFacts(file: SqliteFile, pushed: PushedFacts, keepSince: number): boolean {
  const { site, customer, fact, at, items } = pushed;
  file.statement('DELETE FROM facts WHERE site = ? AND at < ?').run(site, keepSince);
  const { changes } = file
    .statement(
      `INSERT INTO facts (site, customer, fact, at, items) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (site, customer, fact) DO UPDATE SET at = excluded.at, items = excluded.items
       WHERE excluded.at > facts.at`,
    )
    .run(site, customer, fact, at, JSON.stringify(items));
  return Number(changes) === 1;
}

export function factsOf(file: SqliteFile, site: string, customer: string): PushedFacts[] {
  const rows = file
    .statement(
      'SELECT site, customer, fact, at, items FROM facts WHERE site = ? AND customer = ? ORDER BY fact',
    )
    .all(site, customer) as (Omit<PushedFacts, 'items'> & { items: string })[];
  return rows.map((row) => ({ ...row, items: JSON.parse(row.items) as PushedFacts['items'] }));
}
