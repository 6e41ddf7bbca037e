// How far each side of a conversation has seen it, in Postgres: one row a side, which only moves forward.
import { CompiledQuery } from 'kysely';
import type { PostgresSession } from './postgres-pool.ts';
import type { Seen, SeenMark } from './seen-mark.ts';

/** In the order of their keys, so that two nodes that keep the same ones do not wait for each other. */
export async function keepSeen({ run }: PostgresSession, marks: SeenMark[]): Promise<void> {
  const key = (mark: SeenMark) => `${mark.conversation} ${mark.side}`;
  const latest = new Map([...marks].sort((a, b) => a.seq - b.seq).map((mark) => [key(mark), mark]));
  const rows = [...latest.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  await run(
    CompiledQuery.raw(
      `INSERT INTO seen (conversation, side, seq, at)
       SELECT mark.* FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
         AS mark (conversation, side, seq, at)
       WHERE EXISTS (SELECT 1 FROM conversations WHERE id = mark.conversation)
       ON CONFLICT (conversation, side) DO UPDATE SET seq = excluded.seq, at = excluded.at
       WHERE excluded.seq > seen.seq`,
      [
        rows.map(({ conversation }) => conversation),
        rows.map(({ side }) => side),
        rows.map(({ seq }) => seq),
        rows.map(({ at }) => at),
      ],
    ),
  );
}

export async function seenOf({ build, run }: PostgresSession, conversation: string): Promise<Seen> {
  const query = build.selectFrom('seen').selectAll().where('conversation', '=', conversation);
  const { rows } = await run(query.compile());
  return Object.fromEntries(rows.map(({ side, seq, at }) => [side, { seq, at }]));
}
