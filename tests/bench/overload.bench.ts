// Twice the load that the server can bear: what it admits stays fast, the rest is refused at once, memory is bounded.
import { median, numbers, quantile, rounded } from './numbers.ts';
import type { Flow, Turned } from './rig/load.ts';
import { createRig, type Rig } from './rig/rig.ts';

/** No rate limit stands in the way, so that admission alone decides. */
const unlimited = JSON.stringify({
  message: 1e9,
  event: 1e9,
  conversation: 1e9,
  address: 1e9,
  connect: 1e9,
  'address-sockets': 1e9,
});

interface Half {
  p99: number;
  acked: number;
}

/** `--runs N` (5) of `--seconds N` (6) at half and then at twice the load, by `--customers N` (300). */
export async function run(args: string[]): Promise<unknown> {
  const { runs, seconds, customers } = numbers(args, { runs: 5, seconds: 6, customers: 300, seed: 1 });
  const rig = await createRig();
  try {
    const bears = await capacity(rig);
    console.error(`bears ${rounded(bears, 0)} messages/s with their turns`);
    const server = await rig.handrail(unlimited);
    const load = await rig.load(server.ready.url);
    await load.call('connect', { count: customers, atOnce: 20 });
    await load.call<Flow>('flow', { perSecond: bears / 2, seconds });
    const before = await server.call<number>('rss');
    const figures: { half: Half; twice: Half; refused: number; refusedP99: number; share: number }[] = [];
    for (let one = 1; one <= runs; one++) {
      await load.call('leave');
      await load.call('connect', { count: customers, atOnce: 20 });
      const half = await load.call<Flow>('flow', { perSecond: bears / 2, seconds });
      const twice = await load.call<Flow>('flow', { perSecond: bears * 2, seconds });
      const failed = { ...half.failed, ...twice.failed };
      if (Object.keys(failed).length > 0) console.error('other answers:', failed);
      figures.push({
        half: { p99: quantile(half.acked, 0.99), acked: half.acked.length },
        twice: { p99: quantile(twice.acked, 0.99), acked: twice.acked.length },
        refused: twice.refused.length,
        refusedP99: quantile(twice.refused, 0.99),
        share: twice.refused.length / twice.sent,
      });
      const { half: h, twice: t, refused, refusedP99 } = figures.at(-1)!;
      console.error(
        `run ${one}: half ${h.acked} acked p99 ${rounded(h.p99, 1)} ms (${half.refused.length} refused); twice ${t.acked} acked p99 ${rounded(t.p99, 1)} ms, ${refused} refused (${rounded((await server.call<number>('rss')) / 2 ** 20, 0)} MB) p50 ${rounded(quantile(twice.refused, 0.5), 1)} p99 ${rounded(refusedP99, 1)} ms`,
      );
    }
    const after = await server.call<number>('rss');
    return {
      bearsPerSecond: rounded(bears, 0),
      halfP99Ms: rounded(median(figures.map(({ half }) => half.p99)), 1),
      twiceP99Ms: rounded(median(figures.map(({ twice }) => twice.p99)), 1),
      ratio: rounded(median(figures.map(({ half, twice }) => twice.p99 / half.p99))),
      admittedPerSecond: rounded(median(figures.map(({ twice }) => twice.acked / seconds)), 0),
      refusedShare: rounded(median(figures.map(({ share }) => share))),
      refusedP99Ms: rounded(median(figures.map(({ refusedP99 }) => refusedP99)), 1),
      rssGrowthMb: rounded((after - before) / 2 ** 20, 1),
      runs,
    };
  } finally {
    await rig.end();
  }
}

/** Messages a second when eighty customers write as fast as they are answered, once the server is warm. */
async function capacity(rig: Rig): Promise<number> {
  const server = await rig.handrail();
  const load = await rig.load(server.ready.url);
  await load.call('connect', { count: 640 });
  const rate = async (first: number) => {
    const { turns, seconds } = await load.call<Turned>('turns', { first, count: 160, turns: 8, atOnce: 80 });
    return turns / seconds;
  };
  await rate(0);
  const rates = [await rate(160), await rate(320), await rate(480)];
  await load.stop();
  await server.stop();
  return Math.max(...rates);
}
