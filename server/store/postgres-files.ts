// The bytes of attached files in Postgres, so that every node can serve what any of them took.
import { sql } from 'kysely';
import type { PostgresSession } from './postgres-pool.ts';
import type { Append } from './store.ts';

/** Within the append of its event. */
export function addFile(
  { build, send }: PostgresSession,
  conversation: string,
  { id, bytes }: NonNullable<Append['file']>,
): void {
  // The driver takes a Buffer for bytes and any other view for text.
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  send(build.insertInto('files').values({ id, conversation, bytes: own }).compile());
}

/** The driver takes every answer for text: bytes come in hex, twice as long, unless they are asked for otherwise. */
const inBase64 = sql<string>`encode(bytes, 'base64')`;

export async function readFile({ build, run }: PostgresSession, id: string): Promise<Uint8Array | undefined> {
  const { rows } = await run(
    build.selectFrom('files').select(inBase64.as('bytes')).where('id', '=', id).compile(),
  );
  return rows[0] && Buffer.from(rows[0].bytes, 'base64');
}
