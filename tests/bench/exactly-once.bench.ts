// Kills the process at a random step between a confirmation and its receipt, again and again; effects are counted at the shop.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveApi } from '../../demo/business/serve-api.ts';
import { createShopApi } from '../../demo/shop-api/shop-api.ts';
import type { ShopState } from '../../demo/shop-api/shop-state.ts';
import { type Failpoint, failpoints } from '../../server/failpoint.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';
import type { Event } from '../../shared/events.ts';
import { buildEntry } from '../helpers/build-entry.ts';
import type { OneOrder } from './rig/one-order.ts';

interface Result {
  runs: number;
  kills: number;
  /** Confirmed in the log. */
  confirmed: number;
  /** Done once at the shop. */
  effects: number;
  doubleEffects: number;
  receipts: number;
  /** Told as unknown or failed, and with a person. */
  handedOver: number;
  /** Confirmed, and neither a receipt nor a person. */
  left: number;
  /** A receipt for what the shop did not do, or “failed” for what it did. */
  untrue: number;
  byFailpoint: Record<string, number>;
  seed: number;
  seconds: number;
}

const lanes = 2;
/** Each life is as much later than the one before. */
const stride = 300_000;

export async function run(args: string[]): Promise<Result> {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
  });
  const runs = Number(values.runs);
  const seed = Number(values.seed);
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'handrail-once-'));
  const entry = fileURLToPath(await buildEntry('tests/bench/rig/one-order.ts'));
  const api = createShopApi({ token: 'kiln-demo-token', seed: () => books(runs) });
  const shop = await serveApi(api, 0);
  const random = seededRandom(seed);
  const byFailpoint: Record<string, number> = {};
  const plans = Array.from({ length: runs }, (_, n) => ({
    n,
    failpoint: pick(random),
    fault: random() < 0.15,
  }));
  let kills = 0;
  let done = 0;

  async function lane(of: number): Promise<void> {
    const file = join(folder, `${of}.db`);
    let life = 0;
    const live = (run?: OneOrder['run']) => {
      const options = { site: resolve('demo/sites/shop'), file, api: shop.url, later: stride * life++ };
      return child(entry, { ...options, ...(run ? { run } : {}) });
    };
    for (const { n, failpoint, fault } of plans.filter((plan) => plan.n % lanes === of)) {
      if (fault) await lostAnswer(n);
      const { name, at } = failpoint;
      byFailpoint[`${name}@${at}`] = (byFailpoint[`${name}@${at}`] ?? 0) + 1;
      if ((await live({ n, failpoint })) === 'killed') kills += 1;
      done += 1;
      if (done % 20 === 0) process.stderr.write(`\r${done} of ${runs}, ${kills} kills`);
    }
    await live();
    await live();
  }
  /** The shop does it, and the line breaks before it has answered. */
  const lostAnswer = (n: number) =>
    api.request('/faults', {
      method: 'POST',
      body: JSON.stringify({ endpoint: `POST /products/w${n}/order`, kind: 'reset', after: true, times: 1 }),
    });

  try {
    await Promise.all(Array.from({ length: lanes }, (_, of) => lane(of)));
    const { effects } = (await (await api.request('/effects')).json()) as {
      effects: { kind: string; subject: string }[];
    };
    const logs = new Map<number, Event[]>();
    for (let of = 0; of < lanes; of += 1) {
      const store = openSqliteStore({ file: join(folder, `${of}.db`) });
      for (const { n } of plans.filter((plan) => plan.n % lanes === of))
        logs.set(n, await store.read(`k${n}`));
      await store.close();
    }
    const orders = (n: number) =>
      effects.filter(({ kind, subject }) => kind === 'order' && subject === `w${n}`).length;
    const told = plans.map(({ n }) => judged(logs.get(n) ?? [], orders(n)));
    const count = (is: (one: (typeof told)[number]) => boolean) => told.filter(is).length;
    process.stderr.write('\n');
    return {
      runs,
      kills,
      confirmed: count(({ confirmed }) => confirmed),
      effects: count(({ effects: made }) => made === 1),
      doubleEffects: count(({ effects: made }) => made > 1),
      receipts: count(({ receipt }) => receipt),
      handedOver: count(({ person }) => person),
      left: count(({ confirmed, receipt, person }) => confirmed && !receipt && !person),
      untrue: count(({ untrue }) => untrue),
      byFailpoint,
      seed,
      seconds: Math.round((Date.now() - began) / 1000),
    };
  } finally {
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function judged(events: Event[], effects: number) {
  const confirmed = events.some(({ type }) => type === 'confirmed');
  const ran = events.find(({ type }) => type === 'ran');
  const outcome = ran?.type === 'ran' ? ran.outcome : undefined;
  const receipt = events.some((event) => event.type === 'message' && event.receipt !== undefined);
  const person = events.some(({ type }) => type === 'handoff');
  const claims = receipt ? effects !== 1 : (outcome === 'failed' || outcome === 'refused') && effects > 0;
  return { confirmed, receipt, person, effects, untrue: claims || (!confirmed && effects > 0) };
}

/** No agent takes anything here. */
const comeBy = failpoints.filter((name) => !name.endsWith('claim'));

/** After the press come three writes (the press, the confirmation, what ran) and one call. */
function pick(random: () => number): Failpoint {
  const name = comeBy[Math.floor(random() * comeBy.length)]!;
  return { name, at: name.endsWith('append') ? 1 + Math.floor(random() * 3) : 1 };
}

function child(entry: string, options: OneOrder): Promise<'killed' | 'ended'> {
  return new Promise((settle, fail) => {
    const process = fork(entry, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let said = '';
    process.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    process.once('close', (code, signal) => {
      if (signal === 'SIGKILL') settle('killed');
      else if (code === 0 && said === '') settle('ended');
      else fail(new Error(`a life ended with ${code ?? signal}:\n${said}`));
    });
  });
}

function books(runs: number): ShopState {
  const numbers = Array.from({ length: runs }, (_, n) => n);
  return {
    products: numbers.map((n) => ({ sku: `w${n}`, name: `Ware ${n}`, price: 20, stock: 5, days: 2 })),
    customers: numbers.map((n) => ({ id: `c${n}`, name: `Customer ${n}`, wishes: [`w${n}`] })),
    orders: [],
    subscriptions: [],
    holds: new Map(),
    counter: 0,
  };
}
