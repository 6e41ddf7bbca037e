// Servers that die, lines that break and pages that are closed, under customers who write all the while. In rounds:
// each has its own customers, some faults, and then quiet, in which all that was written must be there, once, in order.
import { seededRandom } from '../../server/understand/seeded-random.ts';
import { pick, type Random, shuffled, spread } from './chance.ts';
import { type ChaosCustomer, chaosCustomer } from './chaos-customer.ts';
import { chaosLine } from './chaos-line.ts';
import { finalVerdict } from './final-verdict.ts';
import type { House, HouseFault } from './house.ts';
import { noVerdict, together, type Verdict } from './judge.ts';
import { keepWriting } from './keep-writing.ts';
import { resynced } from './resynced.ts';
import { pause } from './wait-until.ts';

export type Fault = HouseFault | 'cut' | 'reload';

export interface ChaosPlan {
  /** Of each fault so many, in an order that the seed gives. */
  faults: Partial<Record<Fault, number>>;
  customers: number;
  /** Between two messages of a customer, on average, ms. */
  everyMs: number;
  /** The longest that a customer's line is down, ms. */
  longestCutMs: number;
  /** Faults a round: after as many, new customers come. */
  perRound: number;
  seed: number;
  /** Faults of the plan that an earlier run has been through. */
  from?: number;
  /** Ends, with what is done by then, when a round is over after so many ms; absent: with the last fault. */
  forMs?: number;
  /** Called after every fault. */
  progress?(done: number, of: number, verdict: Verdict): void;
}

export interface ChaosRun {
  verdict: Verdict;
  /** Faults of the plan that it has been through now, those of earlier runs included. */
  done: number;
  of: number;
  /** Of this run alone, by their kinds. */
  through: Partial<Record<Fault, number>>;
  /** Of each customer, from "all is there again" to "is back and shows all that they had written", ms. */
  resyncs: number[];
  rounds: number;
  seconds: number;
}

/** ms. */
const shortestCutMs = 100;
/** How long all may take to come to rest, once every line is whole, before it counts as lost, ms. */
const quietWithin = 60_000;

/** The house stays open. */
export async function runChaos(plan: ChaosPlan, house: House): Promise<ChaosRun> {
  const { seed, perRound, progress = () => undefined } = plan;
  const began = Date.now();
  const faults = order(plan);
  let done = plan.from ?? 0;
  const random = seededRandom(seed + 1_000_003 * done);
  let verdict = noVerdict;
  const resyncs: number[] = [];
  const through: ChaosRun['through'] = {};
  let rounds = 0;
  let customers: ChaosCustomer[] = [];
  let writing = { stop() {} };
  try {
    while (done < faults.length && Date.now() - began < (plan.forMs ?? Infinity)) {
      rounds += 1;
      customers = [];
      for (let n = 1; n <= plan.customers; n += 1)
        customers.push(chaosCustomer(`r${rounds}c${n}`, await chaosLine(house.door)));
      writing = keepWriting(customers, plan.everyMs, random);
      const round = faults.slice(done, done + perRound);
      // The longest first: they are over when the round is, and what comes meanwhile comes upon them.
      const cuts = round
        .filter((fault) => fault === 'cut')
        .map(() => spread(shortestCutMs, plan.longestCutMs, random))
        .sort((a, b) => b - a);
      for (const fault of round) {
        house.prepare();
        await pause(random() * 400);
        await house.revive();
        let back = Date.now();
        if (fault === 'cut') cut(customers, cuts.shift()!, random);
        else if (fault === 'reload') pick(customers, random).reload();
        else back = await house.faults[fault]!(customers);
        // Often the next fault comes into the middle of it.
        if (fault !== 'reload' && random() < 0.3) {
          const took = await resynced(customers, house, back);
          // After a full disk a page that was refused comes again when its own pause is over: no return to be timed.
          if (fault !== 'full') resyncs.push(...took);
        }
        done += 1;
        through[fault] = (through[fault] ?? 0) + 1;
        progress(done, faults.length, verdict);
      }
      writing.stop();
      verdict = together(verdict, await finalVerdict(customers, house, quietWithin + plan.longestCutMs));
      for (const customer of customers) await customer.close();
      progress(done, faults.length, verdict);
    }
  } finally {
    // Pages that are still there would go on looking for the server, and keep this process from ending.
    writing.stop();
    for (const customer of customers) await customer.close();
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  return { verdict, done, of: faults.length, through, resyncs, rounds, seconds };
}

/** The plan's faults, in the order that its seed gives. */
function order({ faults, seed }: ChaosPlan): Fault[] {
  const all = Object.entries(faults) as [Fault, number][];
  return shuffled(
    all.flatMap(([fault, count]) => Array.from({ length: count }, () => fault)),
    seededRandom(seed),
  );
}

/** A few lines, or everybody's. */
function cut(customers: ChaosCustomer[], ms: number, random: Random): void {
  const few = random() < 0.8;
  const kind = pick(['reset', 'refused', 'half-open'] as const, random);
  for (const { line } of customers) if (!few || random() < 0.2) line.cut(kind, ms);
}
