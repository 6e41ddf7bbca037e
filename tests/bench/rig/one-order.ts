// A process of `bench -- exactly-once`: recovers what the one before it left, then has one customer order something,
// and dies at the failpoint that it was given, between the press and the receipt.
import { createOutboundFetch } from '../../../server/act/outbound-fetch.ts';
import type { Brain } from '../../../server/brain.ts';
import { compose, type Parts } from '../../../server/compose.ts';
import { type Failpoint, withFailpoint } from '../../../server/failpoint.ts';
import { createTake } from '../../../server/intake/take.ts';
import { newId } from '../../../server/new-id.ts';
import { loadSite } from '../../../server/site/load-site.ts';
import { openSqliteStore } from '../../../server/store/open-sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import type { SiteModel } from '../../../server/understand/site-model.ts';
import type { Understanding } from '../../../shared/understanding.ts';

export interface OneOrder {
  site: string;
  file: string;
  api: string;
  /** ms by which this life is later than the clock on the wall: so the timers of the one before are due. */
  later: number;
  /** Absent: only recovers. */
  run?: { n: number; failpoint: Failpoint };
}

const reading: Understanding = {
  intents: [{ id: 'order-wish', confidence: 1 }],
  outOfScope: 0,
  mood: { frustration: 0, urgency: 0, confusion: 0 },
  distress: false,
  entities: [],
  topics: [],
  language: 'en',
  wantsPerson: false,
  further: [],
};
const brain: Brain = { prepare: () => Promise.resolve(), model: () => ({}) as SiteModel, ready: true };

const options = JSON.parse(process.argv[2]!) as OneOrder;
let later = options.later;
const now = () => Date.now() + later;
const site = await loadSite(options.site, { env: {}, apiBase: options.api });
const store = openSqliteStore({ file: options.file });

function house(over: { store: Store; fetch: ReturnType<typeof createOutboundFetch> }): Parts {
  return compose({
    store: over.store,
    sites: new Map([[site.id, site]]),
    brain,
    clock: { now, at: () => () => undefined },
    newId,
    fetch: globalThis.fetch,
    outbound: over.fetch,
    reader: async () => ({ reading, passages: [] }),
    failed: (where, error) => console.error(where, error),
  });
}

const plain = { store, fetch: createOutboundFetch() };
const recovering = house(plain);
for (let look = 0; look < 3; look += 1) {
  await recovering.timers.run();
  await recovering.lanes.idle();
  later += 61_000;
}
if (options.run) await order(options.run.n, options.run.failpoint);
await store.close();
process.exit(0);

async function order(n: number, failpoint: Failpoint): Promise<void> {
  const customer = `c${n}`;
  const { row } = await recovering.record.begin({
    id: `k${n}`,
    site: site.id,
    channel: 'web',
    visitor: `v${n}`,
    customer,
    at: now(),
    events: [
      { type: 'opened', visitor: `v${n}`, channel: 'web', locale: 'en', site: site.id },
      { type: 'identified', customer, name: 'Ada' },
    ],
  });
  const who = { site, visitor: `v${n}`, conversation: row.id };
  await takeOf(recovering).message(who, { id: 'm', text: 'Order it, please.' });
  await recovering.lanes.idle();
  const loaded = await recovering.record.load(row.id);
  const question = loaded?.conversation.view.open;
  // On a busy machine setting aside may time out: then a person comes, and nothing was confirmed.
  if (!question) return;
  // D2: what is pressed in the first half second counts for nothing.
  later += 600;
  const dying = house(withFailpoint(failpoint, plain, () => process.kill(process.pid, 'SIGKILL')));
  await takeOf(dying).choice(who, { id: 'p', question, choice: 'do' });
  await dying.lanes.idle();
}

function takeOf({ record, turns }: Parts) {
  return createTake({
    append: record.append,
    load: record.load,
    turn: (id, seq) => void turns.take(id, seq),
    now,
  });
}
