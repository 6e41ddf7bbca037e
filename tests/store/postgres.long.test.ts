// The store's contract on a real Postgres, which the test starts itself.
import { basename } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../demo/scale/start-postgres.ts';
import { openPostgresStore } from '../../server/store/open-postgres-store.ts';
import { storeContract } from './contract.ts';

let postgres: RunningPostgres;
const urls = new Map<string, string>();

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

storeContract(
  'the Postgres store',
  async (file) => {
    const url = urls.get(file) ?? (await postgres.database(basename(file)));
    urls.set(file, url);
    // A busy machine is no outage here.
    return openPostgresStore({ url, deadline: 30_000 });
  },
  { durable: true, server: true },
);
