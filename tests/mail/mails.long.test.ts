// Mail over a real Postgres, which the test starts itself.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../demo/scale/start-postgres.ts';
import { openPostgresStore } from '../../server/store/open-postgres-store.ts';
import { mailSuite } from './mail-suite.ts';

let postgres: RunningPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

mailSuite('mail over Postgres', async () => {
  const url = await postgres.database(`m${randomUUID().replaceAll('-', '')}`);
  return openPostgresStore({ url, deadline: 30_000 });
});
