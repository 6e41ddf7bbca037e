import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import { storeContract } from './contract.ts';

storeContract('the embedded store', async (file) => openSqliteStore({ file }), { durable: true });
storeContract('the embedded store without a file', async () => openSqliteStore({ file: ':memory:' }), {
  durable: false,
});
