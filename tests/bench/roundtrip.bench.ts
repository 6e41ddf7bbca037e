// An acknowledged, stored message there and back, beside a bare ws echo of as many bytes.
import { numbers, quantile, rounded } from './numbers.ts';
import type { Flow } from './rig/load.ts';
import { createRig } from './rig/rig.ts';

/** `--connections N` (1,000), `--perSecond N` (200), `--seconds N` (10), `--rounds N` (3) of each in turn. */
export async function run(args: string[]): Promise<unknown> {
  const { connections, perSecond, seconds, rounds } = numbers(args, {
    connections: 1_000,
    perSecond: 200,
    seconds: 10,
    rounds: 3,
    seed: 1,
  });
  const rig = await createRig();
  try {
    const server = await rig.handrail();
    const load = await rig.load(server.ready.url);
    const echo = await rig.start<{ url: string }>('tests/bench/rig/serve-bare.ts', { kind: 'ws' });
    const bare = await rig.start('tests/bench/rig/load-bare.ts', { kind: 'ws', url: echo.ready.url });
    await load.call('connect', { count: connections });
    await bare.call('connect', { count: connections });
    await load.call('flow', { perSecond, seconds: 5 });
    await server.call('stored');
    const own: number[] = [];
    const stored: number[] = [];
    const echoed: number[] = [];
    const text = JSON.stringify({ id: 'a message', text: 'What does a checked bag cost at the airport?' });
    for (let round = 1; round <= rounds; round++) {
      own.push(...(await load.call<Flow>('flow', { perSecond, seconds })).acked);
      stored.push(...(await server.call<number[]>('stored')));
      echoed.push(...(await bare.call<number[]>('flow', { perSecond, seconds, text })));
      console.error(
        `round ${round}: p50 ${rounded(quantile(own, 0.5))} ms, echo ${rounded(quantile(echoed, 0.5), 3)} ms`,
      );
    }
    const at = (values: number[], of: number) => rounded(quantile(values, of), 3);
    return {
      p50Ms: at(own, 0.5),
      p99Ms: at(own, 0.99),
      echoP50Ms: at(echoed, 0.5),
      echoP99Ms: at(echoed, 0.99),
      p50Ratio: rounded(quantile(own, 0.5) / quantile(echoed, 0.5), 1),
      p99Ratio: rounded(quantile(own, 0.99) / quantile(echoed, 0.99), 1),
      storedP50Ms: at(stored, 0.5),
      storedShare: rounded(quantile(stored, 0.5) / quantile(own, 0.5)),
      messages: own.length,
    };
  } finally {
    await rig.end();
  }
}
