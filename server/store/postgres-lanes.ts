// Lanes as rows of Postgres, in a table that is not written to its log: cheap, and empty after a crash, when nobody
// holds anything any more.
import { CompiledQuery } from 'kysely';
import { strayAfter } from './memory-lanes.ts';
import type { PostgresSession } from './postgres-pool.ts';

export async function holdLane(
  { run }: PostgresSession,
  conversation: string,
  holder: string,
  now: number,
  lease: number,
): Promise<boolean> {
  const { count } = await run(
    CompiledQuery.raw(
      `INSERT INTO lanes (conversation, holder, until) VALUES ($1, $2, $3)
       ON CONFLICT (conversation) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE lanes.holder = excluded.holder OR lanes.until <= $4 OR lanes.until > $5`,
      [conversation, holder, now + lease, now, now + strayAfter * lease],
    ),
  );
  return count === 1;
}

export async function leaveLane(
  { run }: PostgresSession,
  conversation: string,
  holder: string,
): Promise<void> {
  await run(
    CompiledQuery.raw('DELETE FROM lanes WHERE conversation = $1 AND holder = $2', [conversation, holder]),
  );
}
