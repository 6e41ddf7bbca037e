import { createMemoryStore } from '../../server/store/memory-store.ts';
import { storeContract } from './contract.ts';

storeContract('the store in memory', async () => createMemoryStore(), { durable: false });
