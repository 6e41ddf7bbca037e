// Mail over the stores that need no server.
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import { mailSuite } from './mail-suite.ts';

mailSuite('mail over the store in memory', async () => createMemoryStore());
mailSuite('mail over the embedded store', async () => openSqliteStore({ file: ':memory:' }));
