// What the Postgres store does while the database is away, hangs or holds a lock, and when several nodes use it.
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../demo/scale/start-postgres.ts';
import { auditAll } from '../../server/record/audit.ts';
import { openPostgresStore } from '../../server/store/open-postgres-store.ts';
import { lockConversation } from '../../server/store/postgres-locked.ts';
import { createPostgresPool } from '../../server/store/postgres-pool.ts';
import type { Store } from '../../server/store/store.ts';
import { StoreUnavailable } from '../../server/store/store-unavailable.ts';
import { stallingProxy } from '../helpers/stalling-proxy.ts';
import { beginning, said, waiting } from './beginning.ts';

let postgres: RunningPostgres;
let made = 0;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

function database(): Promise<string> {
  made += 1;
  return postgres.database(`outage-${made}`);
}

/** On a busy machine good work may take long: only what hangs is waited for as long as this, ms. */
const deadline = 5_000;

async function node(url: string): Promise<Store> {
  const store = await openPostgresStore({ url, deadline });
  onTestFinished(() => store.close());
  return store;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const send = (store: Store, text: string, conversation = 'a') =>
  store.append({ conversation, at: 2000, events: [said(text)], client: { author: 'v', id: text } });

test('a database that is away is answered as unavailable, and used again when it is back', async () => {
  const store = await node(await database());
  await store.begin(beginning('a'));
  await postgres.halt();
  const refused = await Promise.allSettled([send(store, 'one'), store.read('a'), store.ping()]);
  expect(refused.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(
    Array(3).fill('unavailable'),
  );
  await postgres.start();
  expect(await send(store, 'one')).toMatchObject({ ok: true, events: [{ seq: 2 }] });
});

test('a database that hangs is answered as unavailable; what was in doubt is stored once', async () => {
  const url = new URL(await database());
  const proxy = await stallingProxy(Number(url.port));
  onTestFinished(() => proxy.close());
  url.port = String(proxy.port);
  const store = await node(url.href);
  await store.begin(beginning('a'));
  proxy.stall(true);
  const hung = await Promise.allSettled(['one', 'two'].map((text) => send(store, text)));
  expect(hung.map((one) => one.status === 'rejected' && one.reason instanceof StoreUnavailable)).toEqual([
    true,
    true,
  ]);
  proxy.stall(false);
  for (const text of ['one', 'two']) expect(await send(store, text)).toMatchObject({ ok: true });
  const texts = (await store.read('a', 1)).map((event) => 'text' in event && event.text);
  expect(texts.sort()).toEqual(['one', 'two']);
  expect((await auditAll(store)).faults).toEqual([]);
});

test('connections that the server ends are replaced', async () => {
  const url = await database();
  const store = await node(url);
  await store.begin(beginning('a'));
  const other = await connected(url);
  await other.query(
    'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  // The connection's end may be heard of before the call or by it: the one after it is served in any case.
  await store.ping().catch((error: unknown) => expect(error).toBeInstanceOf(StoreUnavailable));
  expect(await send(store, 'one')).toMatchObject({ ok: true });
});

test('a row that is held elsewhere makes its conversation unavailable, and no other', async () => {
  const url = await database();
  const store = await node(url);
  await store.begin(beginning('a'));
  await store.begin(beginning('b'));
  const other = await connected(url);
  await other.query("BEGIN; SELECT * FROM conversations WHERE id = 'a' FOR UPDATE");
  const held = send(store, 'held');
  const fate = expect(held).rejects.toMatchObject({ code: 'unavailable' });
  expect(await send(store, 'free', 'b')).toMatchObject({ ok: true });
  expect(await store.read('a')).toHaveLength(1);
  await fate;
  await other.query('ROLLBACK');
  expect(await send(store, 'held')).toMatchObject({ ok: true, events: [{ seq: 2 }] });
});

test('N2 files that are stuck keep no message waiting, and have longer than one to come through', async () => {
  const url = await database();
  const store = await node(url);
  for (const id of ['a', 'b', 'c']) await store.begin(beginning(id));
  const bytes = Uint8Array.of(0xff, 0, 0x5c);
  const attach = (id: string) =>
    store.append({ conversation: 'b', at: 2000, events: [said(id)], file: { id, bytes } });
  await attach('f');
  const other = await connected(url);
  await other.query("BEGIN; LOCK TABLE files; SELECT * FROM conversations WHERE id = 'c' FOR UPDATE");
  const files = Promise.all([attach('g'), ...Array.from({ length: 12 }, () => store.file('f'))]);
  // Should one be refused meanwhile, it is the wait for them all that fails.
  files.catch(() => undefined);
  expect(await send(store, 'free')).toMatchObject({ ok: true });
  await expect(send(store, 'held', 'c')).rejects.toMatchObject({ code: 'unavailable' });
  await other.query('ROLLBACK');
  const [attached, ...read] = await files;
  expect(attached).toMatchObject({ ok: true, events: [{ seq: 3 }] });
  for (const one of read) expect([...one!]).toEqual([...bytes]);
});

test('a node that hangs in the middle of a write does not keep its conversation for ever', async () => {
  const url = await database();
  const store = await node(url);
  await store.begin(beginning('a'));
  const hanging = createPostgresPool({ url, deadline: 60_000 });
  const napping = hanging.transaction(async (session) => {
    await lockConversation(session, 'a');
    expect(await send(store, 'one')).toMatchObject({ ok: true });
  });
  // The one that hung finds its line cut by the server, and nothing of it stored.
  await expect(napping).rejects.toBeInstanceOf(StoreUnavailable);
  await hanging.close();
  expect(await store.read('a', 1)).toMatchObject([{ text: 'one' }]);
});

test('several nodes that open a new database at once all get it', async () => {
  const url = await database();
  const stores = await Promise.all([1, 2, 3, 4].map(() => node(url)));
  await Promise.all(stores.map((store, i) => store.begin(beginning(`c${i}`))));
  expect(await stores[0]!.conversationIds({ limit: 9 })).toEqual(['c0', 'c1', 'c2', 'c3']);
});

test('H8 of claims on several nodes one wins; R1 what they write has no gaps', async () => {
  const url = await database();
  const stores = await Promise.all([1, 2, 3].map(() => node(url)));
  await waiting(stores[0]!, 'a', 2000);
  const claims = await Promise.all(
    Array.from({ length: 30 }, (_, i) => {
      const agent = { id: `agent-${i}`, name: `Agent ${i}` };
      return stores[i % 3]!.append({
        conversation: 'a',
        at: 3000,
        events: [{ type: 'claimed', agent }],
        statuses: ['waiting'],
        row: { status: 'claimed', agent, claimedAt: 3000 },
        raiseFence: true,
      });
    }),
  );
  expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
  await Promise.all(Array.from({ length: 30 }, (_, i) => send(stores[i % 3]!, `${i % 15}`)));
  const log = await stores[1]!.read('a');
  expect(log.map((event) => event.seq)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
  expect((await auditAll(stores[2]!)).faults).toEqual([]);
});

test('N1 each timer is taken by one of several nodes', async () => {
  const url = await database();
  const stores = await Promise.all([1, 2, 3].map(() => node(url)));
  await stores[0]!.begin(beginning('a'));
  const setTimers = Array.from({ length: 60 }, (_, i) => ({ name: 'promise', ref: `${i}`, due: 1000 + i }));
  await stores[0]!.append({ conversation: 'a', at: 1, events: [], setTimers });
  const taken = await Promise.all(
    Array.from({ length: 15 }, (_, i) => stores[i % 3]!.takeDue(5000, 1000, 4)),
  );
  const refs = taken.flat().map((timer) => timer.ref);
  expect(new Set(refs).size).toBe(refs.length);
  expect(taken.every((some) => some.length <= 4)).toBe(true);
});

test('R1 the database itself refuses a second open conversation and a number that is taken', async () => {
  const url = await database();
  const store = await node(url);
  await store.begin(beginning('a', { visitor: 'v', customer: 'c' }));
  await store.begin(beginning('b'));
  const client = await connected(url);
  for (const change of [
    "UPDATE conversations SET visitor = 'v' WHERE id = 'b'",
    "UPDATE conversations SET customer = 'c' WHERE id = 'b'",
    "UPDATE events SET seq = 1, conversation = 'a'",
  ]) {
    await expect(client.query(change)).rejects.toMatchObject({ code: '23505' });
  }
});

test('a database of a later version, or of an encoding that cannot hold every text, is not opened', async () => {
  const url = await database();
  await (await openPostgresStore({ url })).close();
  const client = await connected(url);
  await client.query('UPDATE handrail_schema SET version = 99');
  await expect(openPostgresStore({ url })).rejects.toThrow('version 99');
  await client.query("CREATE DATABASE plain TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
  await expect(openPostgresStore({ url: url.replace(/[^/]*$/, 'plain') })).rejects.toThrow('LATIN1');
});
