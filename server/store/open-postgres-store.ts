// The store of many nodes: Postgres is the log and the queue, any node may die at any time.
import { connectPostgres } from './connect-postgres.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { postgresError } from './postgres-error.ts';
import { postgresMethods } from './postgres-methods.ts';
import { createPostgresPool, type PostgresOptions, type PostgresSession } from './postgres-pool.ts';
import type { StoreMethod } from './sqlite-methods.ts';
import type { Append, Store } from './store.ts';
import { storeOfCalls } from './store-of-calls.ts';

/**
 * What carries a file has connections of its own: megabytes take their time, and messages are answered meanwhile.
 * Two files of 10 MB come through within it on a line of 20 Mbit/s, ms.
 */
const filesDeadline = 15_000;
const filesAtOnce = 2;

/**
 * Takes the steps of the schema that the database lacks, then opens it. Rejects with StoreUnavailable when it does
 * not answer, with what Postgres says when it cannot be used.
 *
 * Away or hanging, the database is answered as unavailable within the deadline (files: within theirs), and used
 * again as soon as it is back. One thing differs from the embedded file: when the line is cut during the commit
 * itself, nobody can say whether it was stored. Such a call is unavailable too; tried again, it is found by its
 * `client` id, or refused by its `expect`.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const client = await connectPostgres(options.url);
  try {
    await migratePostgres(client);
  } catch (error) {
    throw postgresError(error);
  } finally {
    await client.end();
  }
  const pool = createPostgresPool(options);
  const files = createPostgresPool({
    ...options,
    max: filesAtOnce,
    deadline: Math.max(options.deadline ?? 0, filesDeadline),
  });

  function call(method: StoreMethod, args: unknown[]): Promise<unknown> {
    const { transaction, run } = postgresMethods[method];
    // The table's type binds each method's arguments; here they are passed on as they came.
    const work = (session: PostgresSession) =>
      (run as (session: PostgresSession, ...args: unknown[]) => Promise<unknown>)(session, ...args);
    const way = carriesFile(method, args) ? files : pool;
    return transaction ? way.transaction(work) : way.call(work);
  }

  return storeOfCalls(call, async () => {
    await Promise.all([pool.close(), files.close()]);
  });
}

function carriesFile(method: StoreMethod, args: unknown[]): boolean {
  return method === 'file' || (method === 'append' && (args[0] as Append).file !== undefined);
}
