import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { buildEntry } from '../helpers/build-entry.ts';
import { storeContract } from './contract.ts';

const workerFile = await buildEntry('server/store/store-worker.ts');

storeContract('the embedded store in its thread', (file) => openThreadedStore({ file, workerFile }), {
  durable: true,
});
