// Place and wait for everyone in a line of ten thousand, and who must be told anew: milliseconds for all of them.
import { estimateWaits } from '../../server/handoff/estimate-wait.ts';
import { learnHandling } from '../../server/handoff/handling-law.ts';
import { compareInQueue } from '../../server/handoff/queue-order.ts';
import { firstTold, restate, type Told } from '../../server/handoff/restate.ts';
import { UsageError } from './usage-error.ts';
import { seededRandom } from './wait-simulation.ts';

const agents = 60;
const rounds = 200;
/** Rounds before those that count: a server is seldom at its first line of ten thousand. */
const warmUp = 20;
const second = 1000;

/** `--count N` (10,000) who wait, `--seed N` (1). Every round has another line and a law learnt anew. */
export async function run(args: string[]): Promise<unknown> {
  const options = { count: 10_000, seed: 1 };
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index]!.replace(/^--/, '') as keyof typeof options;
    if (!(name in options) || !Number.isFinite(Number(args[index + 1])))
      throw new UsageError('npm run bench -- queue [--count N] [--seed N]');
    options[name] = Number(args[index + 1]);
  }
  const random = seededRandom(options.seed);
  const now = 1_000_000_000;
  const told = new Map<string, Told>();
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let updates = 0;
  for (let round = 0; round < warmUp + rounds; round++) {
    const at = now + round * 5 * second;
    const line = Array.from({ length: options.count }, (_, index) => ({
      id: `c${index}`,
      priority: index % 50 === 0 ? 1 : 2,
      queuedAt: at - Math.floor(random() * 3600 * second),
    }));
    const services = Array.from({ length: 1000 }, (_, index) => {
      const endedAt = at - index * 6 * second;
      const claimedAt = endedAt + 360 * second * Math.log(random());
      return { agent: `a${index % agents}`, queuedAt: claimedAt - 60 * second, claimedAt, endedAt };
    });
    const team = Array.from({ length: agents }, () => ({
      capacity: 3,
      running: [0, 0, 0].map(() => random() * 400),
    }));
    const cpu = process.cpuUsage();
    const began = performance.now();
    const law = learnHandling({ services, running: [], complete: false, prior: 300 }, at);
    const waitAt = estimateWaits({ agents: team, law, shifts: [{ in: 7200, agents: 20 }] }, line.length);
    line.sort(compareInQueue).forEach(({ id }, index) => {
      const wait = waitAt(index + 1);
      const last = told.get(id);
      const again = last ? restate(last, wait, at) : undefined;
      if (!last) told.set(id, firstTold(wait, at));
      if (!again?.tell) return;
      told.set(id, again.told);
      updates += 1;
    });
    const took = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    if (round < warmUp) continue;
    times.push(took);
    cpuTimes.push((user + system) / 1000);
  }
  const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
  const at = (values: number[], share: number) =>
    Number(sorted(values)[Math.ceil(share * rounds) - 1]!.toFixed(2));
  return {
    waiting: options.count,
    agents,
    rounds,
    updates,
    p50Ms: at(times, 0.5),
    p99Ms: at(times, 0.99),
    // Where other work shares the machine, what this alone has cost; the collector's threads are in it.
    p50CpuMs: at(cpuTimes, 0.5),
    p99CpuMs: at(cpuTimes, 0.99),
  };
}
