// One connection of its own, for what takes as long as it takes: migrating, and copying into a new database.
import pg from 'pg';
import { postgresError } from './postgres-error.ts';
import { postgresTypes } from './postgres-types.ts';

/** Waiting for a server that does not answer, ms. */
const connectTimeout = 5_000;

/** Rejects with StoreUnavailable when the server does not answer; the caller ends what it is given. */
export async function connectPostgres(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    fallback_application_name: 'handrail',
    types: postgresTypes,
  });
  // A line that breaks fails the query under way: nobody else needs to hear.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw postgresError(error);
  }
}
