// `handrail migrate`: brings the schema of a Postgres database up to date, before the servers are.
import { ConfigError } from '../config.ts';
import { orConfigError } from '../open-database.ts';
import type { Command } from './command.ts';
import { databaseUrlOf } from './open-data-store.ts';
import { options } from './options.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: 'Brings the schema of the Postgres database up to date',
  usage: `migrate [--json]

  DATABASE_URL   which database, of the environment: postgres://name:password@host/database
  --json         prints {version, taken} as JSON

  Safe to run at any time, by several at once. A server does the same when it starts; this is for where
  the server's own role may not change the schema.`,
  async run(args, { env, out }) {
    const { values } = options(args, { json: { type: 'boolean' } }, []);
    const url = databaseUrlOf(env);
    if (url === undefined)
      throw new ConfigError('DATABASE_URL is not set: it names the database to migrate.');
    const done = await orConfigError(url, () => migrateDatabase(url));
    if (values.json) out(JSON.stringify(done));
    else if (done.taken === 0) out(`The database is up to date, at version ${done.version}.`);
    else out(`The database is at version ${done.version} now.`);
    return 0;
  },
};

async function migrateDatabase(url: string): Promise<{ version: number; taken: number }> {
  const { connectPostgres } = await import('../store/connect-postgres.ts');
  const { migratePostgres } = await import('../store/migrate-postgres.ts');
  const client = await connectPostgres(url);
  try {
    return await migratePostgres(client);
  } finally {
    await client.end();
  }
}
