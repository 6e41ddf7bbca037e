// Servers that die, lines that break and pages that are closed, under customers who write all the while. In rounds:
// each has its own customers, some faults, and then quiet, in which all that was written must be there, once, in order.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FailpointName } from '../../server/failpoint.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';
import type { Event } from '../../shared/events.ts';
import { type ChaosCustomer, chaosCustomer } from './chaos-customer.ts';
import { chaosLine } from './chaos-line.ts';
import { chaosServer, sparePort } from './chaos-server.ts';
import { judge, noVerdict, sameScreen, together, type Verdict } from './judge.ts';

export interface ChaosPlan {
  /** The project's folder, with its build in place. */
  root: string;
  kills: number;
  cuts: number;
  reloads: number;
  customers: number;
  /** The longest that a customer's line is down, ms. */
  longestCutMs: number;
  /** Faults a round: after as many, new customers come. */
  perRound: number;
  seed: number;
  /** Called after every fault. */
  progress?(done: number, of: number, verdict: Verdict): void;
}

export interface ChaosResult extends Verdict {
  kills: number;
  cuts: number;
  reloads: number;
  seed: number;
  /** Of each customer, from "the server answers again" to "is back and shows all that they had written", ms. */
  resyncP50Ms: number;
  resyncP99Ms: number;
  rounds: number;
  seconds: number;
}

type Fault = 'kill' | 'cut' | 'reload';

/** The failpoints that this site's customers come by. */
const passed: FailpointName[] = [
  'before-append',
  'after-append',
  'before-ack',
  'before-turn',
  'after-turn',
  'after-publish',
];

/** ms. */
const shortestCutMs = 100;
/** How long all may take to come to rest, once every line is whole, before it counts as lost, ms. */
const quietWithin = 60_000;

export async function runChaos(plan: ChaosPlan): Promise<ChaosResult> {
  const { root, seed, progress = () => undefined } = plan;
  const began = Date.now();
  const random = seededRandom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'handrail-chaos-'));
  const port = await sparePort();
  const server = chaosServer(root, port, {
    SITES_DIR: join(root, 'tests/chaos/sites'),
    DATA_DIR: dataDir,
    QUAY_SECRET: 'only for the chaos harness, nothing else',
    LIMITS: 'off',
  });
  const faults = shuffled(
    [...times('kill', plan.kills), ...times('cut', plan.cuts), ...times('reload', plan.reloads)],
    random,
  );
  let verdict = noVerdict;
  const resyncs: number[] = [];
  /** Whether this life ends at a failpoint. */
  let armed = false;
  let done = 0;
  let rounds = 0;
  let customers: ChaosCustomer[] = [];
  let writing = { stop() {} };
  await server.start();
  try {
    while (done < faults.length) {
      rounds += 1;
      customers = [];
      for (let n = 1; n <= plan.customers; n += 1)
        customers.push(chaosCustomer(`r${rounds}c${n}`, await chaosLine(port)));
      writing = keepWriting(customers, random);
      for (const fault of faults.slice(done, done + plan.perRound)) {
        await pause(random() * 400);
        await revive();
        if (fault === 'kill') await kill();
        else if (fault === 'cut') cut(customers);
        else pick(customers, random).reload();
        // Often the next fault comes into the middle of it.
        if (fault !== 'reload' && random() < 0.3) resyncs.push(...(await resynced(customers)));
        done += 1;
        progress(done, faults.length, verdict);
      }
      writing.stop();
      verdict = together(verdict, await verdictOf(customers));
      for (const customer of customers) await customer.close();
      progress(done, faults.length, verdict);
    }
  } finally {
    // Pages that are still there would go on looking for the server, and keep this process from ending.
    writing.stop();
    for (const customer of customers) await customer.close();
    server.signal('SIGKILL');
    await server.gone();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const { kills, cuts, reloads } = plan;
  return {
    kills,
    cuts,
    reloads,
    seed,
    ...verdict,
    resyncP50Ms: quantile(resyncs, 0.5),
    resyncP99Ms: quantile(resyncs, 0.99),
    rounds,
    seconds: Math.round((Date.now() - began) / 1000),
  };

  /** Half of the lives end from outside, half at a place in the code that is come by. */
  async function kill(): Promise<void> {
    if (armed) await Promise.race([server.gone(), pause(1_500)]);
    if (server.alive() && random() < 0.2) {
      // It hangs for a while first, as under a machine that swaps: some wait on it, and have sent what it never took.
      server.signal('SIGSTOP');
      await pause(random() * 1_000);
      if (random() < 0.5) {
        server.signal('SIGCONT');
        await pause(random() * 200);
      }
    }
    if (server.alive()) server.signal('SIGKILL');
    await server.gone();
    armed = random() < 0.5;
    await server.start(armed ? `${pick(passed, random)}@${1 + Math.floor(random() * 60)}` : undefined);
  }

  /**
   * How long each customer whose line is whole, or becomes so meanwhile, takes to be back with all they had written:
   * from when both the line and the server are, and anew from there for a server that dies meanwhile.
   */
  async function resynced(customers: ChaosCustomer[]): Promise<number[]> {
    const took: number[] = [];
    let back = Date.now();
    let late = customers.map((customer) => ({ customer, wrote: customer.sent.length }));
    await until(async () => {
      if (await revive()) back = Date.now();
      late = late.filter(({ customer: { line, link, online }, wrote }) => {
        const whole = line.wholeSince();
        if (whole === undefined || !online() || link.said().length < wrote) return true;
        took.push(Date.now() - Math.max(back, whole));
        return false;
      });
      return late.every(({ customer: { line } }) => line.wholeSince() === undefined);
    }, 'every customer to be back with all they had written').catch((error: unknown) => {
      throw new Error(
        `${String(error)}\n${[...customers.map(standing), ...server.errors.slice(-20)].join('\n')}`,
      );
    });
    return took;
  }

  /** Whether it had to be started. */
  async function revive(): Promise<boolean> {
    if (server.alive()) return false;
    armed = false;
    await server.start();
    return true;
  }

  /** A few lines, or everybody's: each as likely to last tenths of a second as tens of seconds. */
  function cut(customers: ChaosCustomer[]): void {
    const few = random() < 0.8;
    const kind = pick(['reset', 'refused', 'half-open'] as const, random);
    const ms = shortestCutMs * (plan.longestCutMs / shortestCutMs) ** random();
    for (const { line } of customers) if (!few || random() < 0.2) line.cut(kind, ms);
  }

  async function verdictOf(customers: ChaosCustomer[]): Promise<Verdict> {
    /** Whoever died at a failpoint is started again, whatever is waited for. */
    const rest = (look: () => boolean | Promise<boolean>, what: string) =>
      until(
        async () => {
          await revive();
          return look();
        },
        what,
        quietWithin + plan.longestCutMs,
      ).catch(() => undefined);
    await rest(() => customers.every((customer) => customer.settled()), 'all to come to rest');
    const store = openSqliteStore({ file: join(dataDir, 'handrail.db') });
    try {
      let all = noVerdict;
      for (const customer of customers) {
        const id = customer.link.thread.conversation.peek() ?? '';
        await rest(async () => answered(await readAll(store, id)), 'an answer to everything');
        const fresh = customer.fresh();
        // The last answer may be on its way to one of the two still; that it comes is what is looked for.
        await rest(
          () => fresh.thread.view.peek().seq > 0 && sameScreen(customer.link, fresh),
          'the same on both',
        );
        all = together(all, judge(customer, await readAll(store, id), fresh));
        fresh.dispose();
      }
      return all;
    } finally {
      await store.close();
    }
  }
}

/** Where a customer stands, for a report of what did not come right. */
function standing({ name, sent, link }: ChaosCustomer): string {
  const { connection, outbox } = link;
  const parcels = outbox.parcels.peek().map(({ state, error }) => (error ? `${state} ${error.code}` : state));
  const refusal = connection.refusal.peek()?.code ?? 'not refused';
  return `${name}: ${connection.state.peek()}, ${refusal}, shows ${link.said().length} of ${sent.length}; ${parcels.join(', ')}`;
}

async function readAll(store: Store, id: string): Promise<Event[]> {
  const log: Event[] = [];
  for (;;) {
    const more = await store.read(id, log.at(-1)?.seq ?? 0, 1_000);
    if (more.length === 0) return log;
    log.push(...more);
  }
}

function answered(log: Event[]): boolean {
  const last = log.findLast((event) => event.type === 'message' && event.from === 'customer');
  return !last || log.some((event) => event.type === 'decided' && (event.on ?? 0) >= last.seq);
}

function keepWriting(customers: ChaosCustomer[], random: () => number): { stop(): void } {
  let going = true;
  for (const customer of customers) {
    const next = (): void => {
      if (!going) return;
      // Not more than a person has in hand: the rest waits until something has gone through.
      if (customer.link.outbox.parcels.peek().length < 5) customer.write();
      setTimeout(next, 100 + random() * 400);
    };
    setTimeout(next, random() * 400);
  }
  return {
    stop() {
      going = false;
    },
  };
}

async function until(
  look: () => boolean | Promise<boolean>,
  what: string,
  within = quietWithin,
): Promise<void> {
  const end = Date.now() + within;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`In vain waited for ${what}`);
    await pause(20);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function times(fault: Fault, count: number): Fault[] {
  return Array.from({ length: count }, () => fault);
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}

/** Nearest rank; 0 of none. */
function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function shuffled<T>(list: T[], random: () => number): T[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
