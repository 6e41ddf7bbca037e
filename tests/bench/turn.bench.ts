// Whole turns a second through the real server, beside an echo with the same sockets, commits and bytes.
import { median, numbers, quantile, rounded } from './numbers.ts';
import type { Turned } from './rig/load.ts';
import { createRig } from './rig/rig.ts';
import type { TurnScript } from './rig/serve-handrail.ts';

const say = (line: string) => console.error(line);

/**
 * Both are measured as they run for hours, not while they are being compiled: V8 makes the last functions of a turn
 * fast only after some ten thousand of them.
 */
const warmRounds = 8;

/**
 * `--customers N` (120), half of them signed in, `--turns N` (12) each, `--atOnce N` (40) of them at a time,
 * `--rounds N` (15): in each round the server and the echo run one after the other. Figures are medians of rounds.
 * `--repeated 1`: all customers ask the same twelve questions; else each asks in words of their own.
 */
export async function run(args: string[]): Promise<unknown> {
  const { customers, turns, atOnce, rounds, repeated } = numbers(args, {
    customers: 120,
    turns: 12,
    atOnce: 40,
    rounds: 15,
    repeated: 0,
  });
  const rig = await createRig();
  try {
    const server = await rig.handrail();
    const writers = await rig.load(server.ready.url, repeated === 1);
    /** New customers in each round: conversations are as long as people's are. */
    const play = async (side: typeof server, load: typeof writers, signedIn: number, round: number) => {
      await load.call('connect', { count: customers, signedIn });
      await side.call('spent');
      const first = round * customers;
      const turned = await load.call<Turned>('turns', { first, count: customers, turns, atOnce });
      return { ...turned, spent: (await side.call<number>('spent')) / turned.turns };
    };
    say(`Warming up: ${warmRounds} rounds of each …`);
    for (let round = 0; round < warmRounds; round++) await play(server, writers, 0.5, round);
    const echo = await rig.echo(await server.call<TurnScript[]>('scripts', customers));
    const echoed = await rig.load(echo.ready.url);
    for (let round = 0; round < warmRounds; round++) await play(echo, echoed, 0, round);
    const rates: {
      turns: number;
      echo: number;
      p50: number;
      p99: number;
      spent: number;
      echoSpent: number;
      handedOver: number;
    }[] = [];
    for (let round = 1; round <= rounds; round++) {
      const real = await play(server, writers, 0.5, warmRounds - 1 + round);
      const bare = await play(echo, echoed, 0, warmRounds - 1 + round);
      const rate = { turns: real.turns / real.seconds, echo: bare.turns / bare.seconds };
      rates.push({
        ...rate,
        p50: quantile(real.times, 0.5),
        p99: quantile(real.times, 0.99),
        spent: real.spent,
        echoSpent: bare.spent,
        handedOver: real.handedOver,
      });
      say(
        `round ${round}: ${rounded(rate.turns, 0)} turns/s (${rounded(real.spent)} ms of processor each), echo ${rounded(rate.echo, 0)}/s (${rounded(bare.spent)} ms), ratio ${rounded(rate.turns / rate.echo)}`,
      );
    }
    return {
      turnsPerSecond: rounded(median(rates.map((one) => one.turns)), 0),
      echoPerSecond: rounded(median(rates.map((one) => one.echo)), 0),
      ratio: rounded(median(rates.map((one) => one.turns / one.echo)), 3),
      processorMs: rounded(median(rates.map((one) => one.spent))),
      echoProcessorMs: rounded(median(rates.map((one) => one.echoSpent))),
      p50Ms: rounded(median(rates.map((one) => one.p50)), 1),
      p99Ms: rounded(median(rates.map((one) => one.p99)), 1),
      // None on a machine that reaches the business in time.
      handedOver: rates.reduce((sum, one) => sum + one.handedOver, 0),
      rounds,
    };
  } finally {
    await rig.end();
  }
}
