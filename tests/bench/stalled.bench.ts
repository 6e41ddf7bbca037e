// Readers that stall: what each holds until it is let go, and whether all know everything when they come back.
import { numbers, rounded } from './numbers.ts';
import type { Memory } from './rig/memory-now.ts';
import { createRig } from './rig/rig.ts';

const text = 'Stored while nobody read.';
/** Bytes of one event that is sent to all of them, again and again. */
const bytes = 40_000;
const mostRounds = 400;
/** What one may hold, KB. */
const bound = 256;

/**
 * `--readers N` (1,000) read nothing any more, but say that they are there, so that it is the bound that ends them and
 * not a ping. Fails when one held more than 256 KB, was let go by anything else or does not know everything at the end.
 */
export async function run(args: string[]): Promise<unknown> {
  const { readers } = numbers(args, { readers: 1_000, seed: 1 });
  const rig = await createRig();
  try {
    const server = await rig.handrail();
    const load = await rig.load(server.ready.url);
    await load.call('connect', { count: readers, atOnce: 20 });
    await load.call('stall');
    const metric = async (name: string) => {
      const found = new RegExp(`^${name}(?:\\{.*\\})? (\\d+)`, 'm').exec(
        await server.call<string>('metrics'),
      );
      return Number(found?.[1] ?? 0);
    };
    const before = await server.call<Memory>('memory');
    let mostRss = 0;
    let rounds = 0;
    let open = readers;
    for (; open > 0 && rounds < mostRounds; rounds++) {
      await server.call('flood', { bytes, round: rounds });
      open = await metric('handrail_connections');
      if (rounds % 10 !== 9 && open > 0) continue;
      mostRss = Math.max(mostRss, await server.call<number>('rss'));
      console.error(`${rounds + 1} x ${bytes} B sent to each: ${readers - open} of ${readers} let go`);
    }
    const byBound = await metric('handrail_slow_readers_closed_total');
    const held = (await metric('handrail_slow_reader_held_bytes')) / 1024;
    await server.call('tellAll', { text });
    const known = await load.call<number>('comeBack', { text });
    const after = await server.call<Memory>('memory');
    if (byBound < readers || held > bound || known < readers) process.exitCode = 1;
    return {
      readers,
      letGo: readers - open,
      byBound,
      mostHeldKb: rounded(held, 1),
      resynced: known,
      sentKbEach: rounded((rounds * bytes) / 1024, 0),
      mostRssMb: rounded(mostRss / 2 ** 20, 0),
      heapLeftMb: rounded((after.heap - before.heap) / 2 ** 20, 1),
    };
  } finally {
    await rig.end();
  }
}
