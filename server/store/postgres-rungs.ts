// Rungs in Postgres, and what the log tells of actions: how often, and what became of them.
import { sql } from 'kysely';
import type { EventType } from '../../shared/events.ts';
import type { PostgresSession } from './postgres-pool.ts';
import type { ActionCount, LoggedEvent, RungAlert, RungRow } from './store.ts';
import { storedEvent } from './stored-event.ts';

const columns = ['site', 'action', 'n', 'at', 'mode', 'share', 'held', 'by', 'why'] as const;

/** Within a transaction: of two who take the same place one finds it taken, and adds nothing. */
export async function addRung(
  { build, run, send }: PostgresSession,
  rung: RungRow,
  alert?: RungAlert,
): Promise<boolean> {
  const { count } = await run(
    build
      .insertInto('rungs')
      .values(rung)
      .onConflict((taken) => taken.doNothing())
      .compile(),
  );
  if (Number(count) === 0) return false;
  if (alert) {
    const { due } = alert;
    const timer = { ...alert, name: 'alert', site: rung.site, wake: due };
    send(
      build
        .insertInto('timers')
        .values(timer)
        .onConflict((taken) => taken.columns(['conversation', 'name', 'ref']).doUpdateSet({ due, wake: due }))
        .compile(),
    );
  }
  return true;
}

export async function currentRungs({ build, run }: PostgresSession, site: string): Promise<RungRow[]> {
  const query = build
    .selectFrom('rungs')
    .distinctOn('action')
    .select(columns)
    .where('site', '=', site)
    .orderBy('action')
    .orderBy('n', 'desc');
  return (await run(query.compile())).rows;
}

export async function rungHistory(
  { build, run }: PostgresSession,
  site: string,
  action: string,
  limit: number,
): Promise<RungRow[]> {
  const query = build
    .selectFrom('rungs')
    .select(columns)
    .where('site', '=', site)
    .where('action', '=', action)
    .orderBy('n', 'desc')
    .limit(limit);
  return (await run(query.compile())).rows;
}

export async function confirmedCounts(
  { build, run }: PostgresSession,
  site: string,
  since: number,
  until: number,
  bucket: number,
): Promise<ActionCount[]> {
  const action = sql<string>`content::json->>'action'`;
  const from = sql<number>`(at / ${sql.lit(bucket)}) * ${sql.lit(bucket)}`;
  const query = build
    .selectFrom('events')
    .select([action.as('action'), from.as('since'), sql<number>`count(*)`.as('n')])
    .where('site', '=', site)
    .where('type', '=', 'confirmed')
    .where('at', '>=', since)
    .where('at', '<', until)
    .where('content', 'is not', null)
    .groupBy([action, from])
    .orderBy(from)
    .orderBy(action);
  return (await run(query.compile())).rows;
}

export async function eventsOf(
  { build, run }: PostgresSession,
  site: string,
  types: EventType[],
  since: number,
  limit: number,
): Promise<LoggedEvent[]> {
  const found: LoggedEvent[] = [];
  for (const type of types) {
    const { rows } = await run(
      build
        .selectFrom('events')
        .select(['conversation', 'seq', 'at', 'content'])
        .where('site', '=', site)
        .where('type', '=', type)
        .where('at', '>=', since)
        .where('content', 'is not', null)
        .orderBy('at', 'desc')
        .limit(limit)
        .compile(),
    );
    for (const { conversation, seq, at, content } of rows)
      found.push({ conversation, event: storedEvent(content!, seq, at) });
  }
  return found;
}
