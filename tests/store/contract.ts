// What every store must do, whatever it is made of. Each implementation's test file runs these.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { appendContract } from './contract-append.ts';
import { conversationContract } from './contract-conversations.ts';
import { factsContract } from './contract-facts.ts';
import { peopleContract } from './contract-people.ts';
import { recordContract } from './contract-record.ts';
import { rungContract } from './contract-rungs.ts';
import { searchContract } from './contract-search.ts';
import { seenContract } from './contract-seen.ts';
import { timerContract } from './contract-timers.ts';

export interface Bench {
  /** The store under test, fresh for each test. */
  store(): Store;
  /** Closes it and opens it again; undefined where nothing outlives the closing. */
  reopen?: () => Promise<Store>;
  /** All bytes on the disk, after closing; undefined where there are none, or they are a server's. */
  bytes?: () => Promise<string>;
}

/**
 * `open`: a store at this path; `durable`: it is there again when opened again; `server`: its files are not at the
 * path, but a server's own.
 */
export function storeContract(
  name: string,
  open: (file: string) => Promise<Store>,
  { durable, server = false }: { durable: boolean; server?: boolean },
): void {
  describe(name, () => {
    let folder: string;
    let file: string;
    let store: Store;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'handrail-store-'));
      file = join(folder, `${randomUUID()}.db`);
      store = await open(file);
    });
    afterEach(async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const bench: Bench = { store: () => store };
    if (durable) {
      bench.reopen = async () => {
        await store.close();
        store = await open(file);
        return store;
      };
    }
    if (durable && !server) {
      bench.bytes = async () => {
        await store.close();
        return readdirSync(folder)
          .map((one) => readFileSync(join(folder, one)).toString('latin1'))
          .join('');
      };
    }
    conversationContract(bench);
    appendContract(bench);
    timerContract(bench);
    recordContract(bench);
    searchContract(bench);
    rungContract(bench);
    seenContract(bench);
    factsContract(bench);
    peopleContract(bench);
  });
}
