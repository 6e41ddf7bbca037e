// Timers as rows of Postgres: each taken by one of many nodes for a while, gone only when an append clears it, so
// that what a dead node held comes back.
import type { PostgresSession } from './postgres-pool.ts';
import type { Append, ConversationRow, Timer } from './store.ts';

export async function takeDue(
  { build, run }: PostgresSession,
  now: number,
  lease: number,
  limit: number,
  ahead?: number,
): Promise<Timer[]> {
  // What another node is taking at this moment is passed over, not waited for. The choice is made once, as a table
  // of its own: inside the update's condition it could be made again, and more be taken than asked for.
  const { rows } = await run(
    build
      .with(
        (cte) => cte('chosen').materialized(),
        (db) =>
          db
            .selectFrom('timers')
            .select(['conversation', 'name', 'ref'])
            .where((is) =>
              ahead === undefined
                ? is('wake', '<=', now)
                : is.or([is('wake', '<=', now), is.and({ name: 'turn' }).and('wake', '>', now + ahead)]),
            )
            .orderBy('wake')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
      )
      .updateTable('timers')
      .from('chosen')
      .set({ wake: now + lease })
      .whereRef('timers.conversation', '=', 'chosen.conversation')
      .whereRef('timers.name', '=', 'chosen.name')
      .whereRef('timers.ref', '=', 'chosen.ref')
      .returning(['timers.conversation', 'timers.site', 'timers.name', 'timers.ref', 'timers.due'])
      .compile(),
  );
  return rows.sort((a, b) => a.due - b.due);
}

export async function nextDue({ build, run }: PostgresSession): Promise<number | undefined> {
  const query = build.selectFrom('timers').select('wake').orderBy('wake').limit(1);
  return (await run(query.compile())).rows[0]?.wake;
}

/** Clears, then sets, as the append says; within its transaction. */
export function changeTimers(
  { build, send }: PostgresSession,
  { id: conversation, site }: Pick<ConversationRow, 'id' | 'site'>,
  { clearTimers = [], setTimers = [] }: Pick<Append, 'clearTimers' | 'setTimers'>,
  firstSeq: number,
): void {
  for (const { name, ref } of clearTimers) {
    const those = build
      .deleteFrom('timers')
      .where('conversation', '=', conversation)
      .where('name', '=', name);
    send((ref === undefined ? those : those.where('ref', '=', ref)).compile());
  }
  for (const { name, ref = String(firstSeq), due } of setTimers) {
    send(
      build
        .insertInto('timers')
        .values({ conversation, name, ref, site, due, wake: due })
        .onConflict((taken) => taken.columns(['conversation', 'name', 'ref']).doUpdateSet({ due, wake: due }))
        .compile(),
    );
  }
}
