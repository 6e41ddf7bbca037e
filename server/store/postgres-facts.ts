// What businesses pushed of their customers, in Postgres: the latest of each kind, and nothing of yesterday.
import type { PostgresSession } from './postgres-pool.ts';
import type { PushedFacts } from './store.ts';

/** Within a transaction. */
export async function putFacts(
  { build, run }: PostgresSession,
  pushed: PushedFacts,
  keepSince: number,
): Promise<boolean> {
  const { site, customer, fact, at } = pushed;
  const items = JSON.stringify(pushed.items);
  await run(build.deleteFrom('facts').where('site', '=', site).where('at', '<', keepSince).compile());
  const { count } = await run(
    build
      .insertInto('facts')
      .values({ site, customer, fact, at, items })
      .onConflict((known) =>
        known.columns(['site', 'customer', 'fact']).doUpdateSet({ at, items }).where('facts.at', '<', at),
      )
      .compile(),
  );
  return Number(count) === 1;
}

export async function factsOf(
  { build, run }: PostgresSession,
  site: string,
  customer: string,
): Promise<PushedFacts[]> {
  const query = build
    .selectFrom('facts')
    .selectAll()
    .where('site', '=', site)
    .where('customer', '=', customer)
    .orderBy('fact');
  const { rows } = await run(query.compile());
  return rows.map((row) => ({ ...row, items: JSON.parse(row.items) as PushedFacts['items'] }));
}
