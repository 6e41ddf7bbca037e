// What the benches of the running server share: its process on a new database, customers in processes of their
// own, and the ends of both.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunningApi } from '../../../demo/business/serve-api.ts';
import { buildEntry } from '../../helpers/build-entry.ts';
import type { LoadOptions } from './load.ts';
import type { EchoOptions } from './serve-echo.ts';
import type { HandrailOptions, TurnScript } from './serve-handrail.ts';
import { startBusiness } from './start-business.ts';
import { type Child, startChild } from './start-child.ts';

export interface Rig {
  /** `limits` as LIMITS, by default `off`; `trustProxy` lets a load generator name its addresses. */
  handrail(limits?: string, trustProxy?: boolean): Promise<Child<{ url: string }>>;
  echo(scripts: TurnScript[]): Promise<Child<{ url: string }>>;
  /** A load generator against `url`. */
  load(url: string, repeated?: boolean): Promise<Child<undefined>>;
  /** Another process of a bench, ended with the rest. */
  start<Ready>(entry: string, options: unknown, nodeOptions?: string[]): Promise<Child<Ready>>;
  end(): Promise<void>;
}

type Builder = typeof import('../../../server/build-if-stale.mjs');

/** On the disk, not in /tmp, which may be kept in memory. */
const cache = join(process.cwd(), 'node_modules/.cache');

export async function createRig(): Promise<Rig> {
  // As it stands, not bundled into the bench: it goes by its own place.
  const builder = pathToFileURL(join(process.cwd(), 'server/build-if-stale.mjs')).href;
  const { buildIfStale, builtAt } = (await import(/* @vite-ignore */ builder)) as Builder;
  await buildIfStale((line) => console.error(line));
  mkdirSync(join(cache, 'bench-data'), { recursive: true });
  const folder = () => mkdtempSync(join(cache, 'bench-data/run-'));
  const answersMemory = (await buildEntry('tests/bench/rig/answer-memory.ts')).href;
  const business: RunningApi = await startBusiness();
  const children: Child<unknown>[] = [];
  const built = builtAt.href;
  let runs = 0;

  const start = async <Ready>(entry: string, options: unknown, nodeOptions?: string[]) => {
    const child = await startChild<Ready>(entry, { options, ...(nodeOptions ? { nodeOptions } : {}) });
    children.push(child);
    return child;
  };

  return {
    start,
    handrail: (limits = 'off', trustProxy = false) =>
      start<{ url: string }>(
        'tests/bench/rig/serve-handrail.ts',
        {
          dataDir: folder(),
          models: join(cache, 'bench-models'),
          builtAt: built,
          limits,
          api: business.url,
          trustProxy,
        } satisfies HandrailOptions,
        [
          '--expose-gc',
          `--import=${answersMemory}`,
          ...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []),
        ],
      ),
    async echo(scripts) {
      const options = { dataDir: folder(), builtAt: built } satisfies EchoOptions;
      const echo = await start<{ url: string }>('tests/bench/rig/serve-echo.ts', options);
      await echo.call('play', scripts);
      return echo;
    },
    load: (url, repeated = false) =>
      start<undefined>('tests/bench/rig/load.ts', { url, run: `r${++runs}`, repeated } satisfies LoadOptions),
    async end() {
      await Promise.all(children.map((child) => child.stop()));
      await business.close();
    },
  };
}
