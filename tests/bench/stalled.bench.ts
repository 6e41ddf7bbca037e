// Readers that stall: what each holds until it is let go, and whether all know everything when they come back.
import { numbers, rounded } from './numbers.ts';
import type { Memory } from './rig/memory-now.ts';
import { createRig } from './rig/rig.ts';

const text = 'Stored while nobody read.';
/** Bytes of one event that is sent to all of them, again and again. */
const bytes = 60_000;
const mostRounds = 200;

/** `--readers N` (1,000). */
export async function run(args: string[]): Promise<unknown> {
  const { readers } = numbers(args, { readers: 1_000, seed: 1 });
  const rig = await createRig();
  try {
    const server = await rig.handrail();
    const load = await rig.load(server.ready.url);
    await load.call('connect', { count: readers, atOnce: 20 });
    await load.call('stall');
    const counted = async (name: string) => {
      const found = new RegExp(`^${name}(?:\\{.*\\})? (\\d+)`, 'm').exec(
        await server.call<string>('metrics'),
      );
      return Number(found?.[1] ?? 0);
    };
    const before = await server.call<Memory>('memory');
    let held = 0;
    let rounds = 0;
    let open = readers;
    for (; open > 0 && rounds < mostRounds; rounds++) {
      await server.call('flood', { bytes, round: rounds });
      open = await counted('handrail_connections');
      if (rounds % 10 !== 9) continue;
      const now = await server.call<Memory>('memory');
      held = Math.max(held, now.heap + now.external - before.heap - before.external);
      console.error(`${rounds + 1} x ${bytes} B sent to each: ${readers - open} of ${readers} let go`);
    }
    const slow = await counted('handrail_slow_readers_closed_total');
    await server.call('tellAll', { text });
    const known = await load.call<number>('comeBack', { text });
    const after = await server.call<Memory>('memory');
    return {
      readers,
      letGo: readers - open,
      // The others' ping ran out first, while the machine's own buffers were still filling.
      byBuffer: slow,
      resynced: known,
      sentKbEach: rounded((rounds * bytes) / 1024, 0),
      mostHeldKbEach: rounded(held / readers / 1024, 1),
      rssLeftMb: rounded((after.rss - before.rss) / 2 ** 20, 1),
    };
  } finally {
    await rig.end();
  }
}
