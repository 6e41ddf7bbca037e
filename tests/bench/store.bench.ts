// Appends a second of the stores: in memory, embedded (here, on the disk, in its thread), Postgres with --postgres.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../demo/scale/start-postgres.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { openPostgresStore } from '../../server/store/open-postgres-store.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { buildEntry } from '../helpers/build-entry.ts';

const text = 'I need to remove one bag from my booking, please. '.repeat(3);

/**
 * `--writers N` (100) conversations at once, `--each N` (200) appends in each; `--postgres`: of a Postgres that is
 * started for it, instead of the embedded ones.
 */
export async function run(args: string[]): Promise<unknown> {
  const option = (name: string, fallback: number) => {
    const at = args.indexOf(`--${name}`);
    return at === -1 ? fallback : Number(args[at + 1]);
  };
  const writers = option('writers', 100);
  const each = option('each', 200);
  if (args.includes('--postgres')) return { writers, ...(await ofPostgres(writers, each)) };
  // Beside the project, not in /tmp, which may be kept in memory.
  const folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/store-bench-'));
  const workerFile = await buildEntry('server/store/store-worker.ts');
  try {
    return {
      writers,
      memoryStore: await measure(createMemoryStore(), writers, each),
      sqliteInMemory: await measure(openSqliteStore({ file: ':memory:' }), writers, each),
      sameThread: await measure(openSqliteStore({ file: join(folder, 'a.db') }), writers, each),
      threaded: await measure(
        await openThreadedStore({ file: join(folder, 'b.db'), workerFile }),
        writers,
        each,
      ),
      threadedOneWriter: await measure(
        await openThreadedStore({ file: join(folder, 'c.db'), workerFile }),
        1,
        each,
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As Debian sets it up: each commit is synced. */
async function ofPostgres(writers: number, each: number) {
  const postgres = await startPostgres();
  try {
    return {
      postgres: await measure(
        await openPostgresStore({ url: await postgres.database('many'), deadline: 30_000 }),
        writers,
        each,
      ),
      postgresOneWriter: await measure(
        await openPostgresStore({ url: await postgres.database('one'), deadline: 30_000 }),
        1,
        each,
      ),
    };
  } finally {
    await postgres.stop();
  }
}

/** Each writer waits for its answer before it writes on, as a conversation does. */
async function measure(store: Store, writers: number, each: number) {
  const waits: number[] = [];
  const write = async (writer: number) => {
    const id = `conversation-${writer}`;
    await store.begin({ id, site: 's', channel: 'web', visitor: id, customer: null, at: 1, events: [] });
    for (let i = 0; i < each; i++) {
      const from = performance.now();
      const client = { author: id, id: `m-${i}` };
      const events = [{ type: 'message' as const, from: 'customer' as const, text, clientId: client.id }];
      const appended = await store.append({ conversation: id, at: i, events, client });
      if (!appended.ok) throw new Error(appended.why);
      waits.push(performance.now() - from);
    }
  };
  const cpu = process.cpuUsage();
  const from = performance.now();
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await store.close();
  waits.sort((a, b) => a - b);
  const at = (share: number) => Number(waits[Math.floor(waits.length * share)]!.toFixed(2));
  return {
    appendsPerSecond: Math.round((writers * each) / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    // Of all threads; it says more than the rate does on a machine that others use too.
    cpuMicrosecondsPerAppend: Math.round((user + system) / (writers * each)),
  };
}
