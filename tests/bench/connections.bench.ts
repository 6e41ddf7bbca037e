// What an idle connection holds, its conversation's state included, beside bare ws and bare Socket.IO.
import { numbers } from './numbers.ts';
import type { Memory } from './rig/memory-now.ts';
import { createRig, type Rig } from './rig/rig.ts';
import type { Child } from './rig/start-child.ts';

/** Connections that are there before counting: what a server makes once is not counted for each. */
const before = 200;

/** `--count N` (10,000) idle connections to each. Bytes for each connection, after the garbage is collected. */
export async function run(args: string[]): Promise<unknown> {
  const { count } = numbers(args, { count: 10_000, seed: 1 });
  const rig = await createRig();
  try {
    const ws = await bare(rig, 'ws', count);
    const socketIo = await bare(rig, 'socket.io', count);
    const server = await rig.handrail();
    const load = await rig.load(server.ready.url);
    const own = await measure('handrail', server, count, (some) => load.call('connect', { count: some }));
    return {
      heapBytes: own.heap,
      rssBytes: own.rss,
      wsHeapBytes: ws.heap,
      wsRssBytes: ws.rss,
      socketIoHeapBytes: socketIo.heap,
      socketIoRssBytes: socketIo.rss,
      count,
    };
  } finally {
    await rig.end();
  }
}

async function bare(rig: Rig, kind: 'ws' | 'socket.io', count: number) {
  const server = await rig.start<{ url: string }>('tests/bench/rig/serve-bare.ts', { kind }, ['--expose-gc']);
  const load = await rig.start('tests/bench/rig/load-bare.ts', { kind, url: server.ready.url });
  const found = await measure(kind, server, count, (some) => load.call('connect', { count: some }));
  await Promise.all([load.stop(), server.stop()]);
  return found;
}

async function measure(
  name: string,
  server: Child<unknown>,
  count: number,
  connect: (some: number) => Promise<unknown>,
): Promise<{ heap: number; rss: number }> {
  await connect(before);
  const without = await server.call<Memory>('memory');
  const from = performance.now();
  await connect(count);
  const withAll = await server.call<Memory>('memory');
  const each = (what: keyof Memory) => Math.round((withAll[what] - without[what]) / count);
  console.error(
    `${name}: ${count} in ${Math.round((performance.now() - from) / 1000)} s; ${each('heap')} B of heap, ${each('rss')} B of RSS each`,
  );
  return { heap: each('heap'), rss: each('rss') };
}
