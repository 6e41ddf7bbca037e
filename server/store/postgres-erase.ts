// Erasing in Postgres: contents and salts go, numbers, times, types and digests stay, so that the chain still holds
// (R4, P2). No query finds what was erased any more; its bytes leave the disk when the server vacuums the table and
// recycles its write-ahead log, which is the server's to time.
import { linkEvents } from './link-events.ts';
import { lockConversation, saveConversation } from './postgres-locked.ts';
import type { PostgresSession } from './postgres-pool.ts';
import type { Erased } from './store.ts';
import { alertTimer, callTimers, longestCall } from './under-way.ts';

export async function eraseConversation(
  session: PostgresSession,
  conversation: string,
  by: string,
  why: string,
  at: number,
  before = Number.POSITIVE_INFINITY,
): Promise<Erased> {
  const { build, send } = session;
  const stored = (await lockConversation(session, conversation))?.stored;
  if (!stored || stored.updatedAt >= before) return false;
  const { rows: calls } = await session.run(
    build
      .selectFrom('timers')
      .select('name')
      .where('conversation', '=', conversation)
      .where('name', 'in', callTimers)
      .where('due', '>', at - longestCall)
      .limit(1)
      .compile(),
  );
  if (calls.length > 0) return 'under-way';
  const { count } = await session.run(
    build
      .updateTable('events')
      .set({ content: null, salt: null })
      .where('conversation', '=', conversation)
      .where('content', 'is not', null)
      .where('type', '<>', 'erased')
      .compile(),
  );
  if (count === 0) return false;
  send(build.deleteFrom('client_ids').where('conversation', '=', conversation).compile());
  send(
    build
      .deleteFrom('timers')
      .where('conversation', '=', conversation)
      .where('name', '<>', alertTimer)
      .compile(),
  );
  send(build.deleteFrom('seen').where('conversation', '=', conversation).compile());
  send(build.deleteFrom('files').where('conversation', '=', conversation).compile());
  if (stored.customer !== null) {
    const { site, customer } = stored;
    send(build.deleteFrom('facts').where('site', '=', site).where('customer', '=', customer).compile());
  }
  const { links, seq, head } = linkEvents(stored, at, [{ type: 'erased', by, why }]);
  const erased = {
    ...stored,
    seq,
    head,
    visitor: '',
    customer: null,
    status: 'resolved' as const,
    fence: stored.fence + 1,
    updatedAt: Math.max(stored.updatedAt, at),
    queuedAt: null,
    claimedAt: null,
    agent: null,
  };
  saveConversation(session, erased, links);
  return true;
}
