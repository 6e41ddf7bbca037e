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
import { stallingProxy } from '../helpers/stalling-proxy.ts';
import { type ChaosCustomer, chaosCustomer } from './chaos-customer.ts';
import { chaosServer, sparePort } from './chaos-server.ts';
import { judge, noVerdict, sameScreen, together, type Verdict } from './judge.ts';

export interface ChaosPlan {
  /** The project's folder, with its build in place. */
  root: string;
  kills: number;
  cuts: number;
  reloads: number;
  customers: number;
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
  /** From "the server answers again" to "every customer is back and has all", ms. */
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

/** How long all may take to come to rest before it counts as lost, ms. */
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
  const line = await stallingProxy(port);
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
      customers = Array.from({ length: plan.customers }, (_, n) =>
        chaosCustomer(`r${rounds}c${n + 1}`, () => `http://127.0.0.1:${line.port}`),
      );
      writing = keepWriting(customers, random);
      for (const fault of faults.slice(done, done + plan.perRound)) {
        await pause(random() * 400);
        await revive();
        if (fault === 'kill') {
          const took = await kill(customers);
          if (took !== undefined) resyncs.push(took);
        } else if (fault === 'cut') await cut();
        else pick(customers, random).reload();
        done += 1;
        progress(done, faults.length, verdict);
      }
      writing.stop();
      verdict = together(verdict, await verdictOf(customers));
      for (const customer of customers) customer.close();
      progress(done, faults.length, verdict);
    }
  } finally {
    // Pages that are still there would go on looking for the server, and keep this process from ending.
    writing.stop();
    for (const customer of customers) customer.close();
    server.signal('SIGKILL');
    await server.gone();
    await line.close();
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

  /**
   * Half of the lives end from outside, half at a place in the code that is come by. After some deaths all have to
   * catch up, which is timed; after the others the next fault comes into the middle of it.
   */
  async function kill(customers: ChaosCustomer[]): Promise<number | undefined> {
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
    if (random() < 0.7) return undefined;
    const back = Date.now();
    const before = customers.map(({ sent }) => sent.length);
    await until(async () => {
      await revive();
      return customers.every(({ link, online }, n) => online() && link.said().length >= (before[n] ?? 0));
    }, 'every customer to be back with all they had written').catch((error: unknown) => {
      throw new Error(
        `${String(error)}\n${[...customers.map(standing), ...server.errors.slice(-20)].join('\n')}`,
      );
    });
    return Date.now() - back;
  }

  async function revive(): Promise<void> {
    if (server.alive()) return;
    armed = false;
    await server.start();
  }

  /** Reset, or half open for a while: nothing passes, and nothing says so. */
  async function cut(): Promise<void> {
    if (random() < 0.4) {
      line.stall(true);
      await pause(100 + random() * 900);
      line.stall(false);
      if (random() < 0.5) line.cut();
      return;
    }
    line.cut();
    await pause(random() * 200);
  }

  async function verdictOf(customers: ChaosCustomer[]): Promise<Verdict> {
    /** Whoever died at a failpoint is started again, whatever is waited for. */
    const rest = (look: () => boolean | Promise<boolean>, what: string) =>
      until(async () => {
        await revive();
        return look();
      }, what).catch(() => undefined);
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

async function until(look: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + quietWithin;
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
