// Outgrowing the embedded file: `handrail migrate` and `handrail copy`, on a real Postgres.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../demo/scale/start-postgres.ts';
import { runCommand } from '../../server/cli.ts';
import { openPostgresStore } from '../../server/store/open-postgres-store.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { beginning, said, waiting } from './beginning.ts';

let postgres: RunningPostgres;
let made = 0;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

async function places(): Promise<{ file: string; url: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-copy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  made += 1;
  return { file: join(folder, 'handrail.db'), url: await postgres.database(`copy-${made}`) };
}

async function handrail(args: string[], env: Record<string, string> = {}) {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(args, {
    builtAt: new URL('../../dist/', import.meta.url),
    env,
    stdin: Readable.from([]),
    out: (line) => lines.push(line),
    err: (line) => errors.push(line),
    progress: () => undefined,
  });
  return { code, said: lines.join('\n'), errors: errors.join('\n') };
}

const odd = 'é\u{1F600}\u2028"\\\ud800 \u0000 ﷽ e\u0301';
const due = { name: 'promise', ref: 'p', due: 5000 };

/** Something of everything that a store keeps. */
async function fill(store: Store, conversations: number): Promise<void> {
  for (let i = 0; i < conversations; i++) {
    const id = `c${i}`;
    await store.begin(beginning(id, { at: 1000 + i, ...(i % 3 ? {} : { customer: `cust-${i}` }) }));
    const client = { author: `visitor-${id}`, id: 'm1' };
    await store.append({ conversation: id, at: 2000, events: [said(odd), said(`${i}`)], client });
  }
  await store.append({ conversation: 'c1', at: 2500, events: [], setTimers: [due] });
  await store.takeDue(5000, 700, 1);
  await store.append({ conversation: 'c2', at: 2500, events: [], row: { status: 'resolved' } });
  await store.erase('c3', 'customer', 'on request', 3000);
  await waiting(store, 'in-line', 2600, -2);
  await store.addAgent({
    id: 'agent-1',
    email: 'mia@demo.test',
    name: 'Mia "M", {x}',
    password: 'scrypt$x',
    sites: ['airline', 'a,"b'],
    disabled: true,
  });
  await store.addSession({ token: 't', agent: 'agent-1', expiresAt: 9000 });
  await store.setPresence({ agent: 'agent-1', available: true, capacity: 3, seenAt: 4 });
  for (const [endedAt, stated] of [
    [30, 90.25],
    [30, null],
  ] as const) {
    const service = { agent: 'agent-1', queuedAt: 1, claimedAt: 20, endedAt, stated };
    await store.append({ conversation: 'c0', at: 2500, events: [], service });
  }
}

/** All that a store answers. */
async function everything(store: Store): Promise<unknown> {
  const ids = await store.conversationIds({ limit: 10_000 });
  const logs = [];
  for (const id of ids) logs.push([await store.conversation(id), await store.chain(id)]);
  return {
    logs,
    people: [await store.agents(), await store.session('t', 1), await store.presences()],
    services: await store.services('airline', 0, 99),
    nextDue: await store.nextDue(),
    line: await store.list(['airline'], ['waiting', 'left', 'claimed', 'assistant', 'resolved'], 10_000),
  };
}

test('R1 R4 copy takes everything with it, the erased too, and the chains hold and go on', async () => {
  const { file, url } = await places();
  const source = openSqliteStore({ file });
  // More than a page of them, and more events in one than a page of those.
  await fill(source, 230);
  for (let i = 0; i < 3; i++) {
    const events = Array.from({ length: 500 }, (_, j) => said(`${i} ${j}`));
    await source.append({ conversation: 'c5', at: 2600, events });
  }
  const before = await everything(source);
  await source.close();
  const done = await handrail(['copy', '--from', file, '--to', url]);
  expect(done).toMatchObject({ code: 0, errors: '' });
  expect(done.said).toContain('231 conversations were copied');

  const target = await openPostgresStore({ url, deadline: 30_000 });
  onTestFinished(() => target.close());
  expect(await everything(target)).toEqual(before);
  const client = { author: 'visitor-c4', id: 'm1' };
  const again = { conversation: 'c4', at: 9000, events: [said(odd)], client };
  expect(await target.append(again)).toMatchObject({ ok: true, seenAt: 2 });
  expect(await target.takeDue(5699, 10, 9)).toEqual([]);
  expect(await target.takeDue(5700, 10, 9)).toMatchObject([due]);
  expect(await target.append({ conversation: 'c0', at: 9000, events: [said('on')] })).toMatchObject({
    ok: true,
  });
  expect(await handrail(['audit'], { DATABASE_URL: url })).toMatchObject({ code: 0 });
});

test('copy refuses a database that is not empty, and goes on with one that was begun', async () => {
  const { file, url } = await places();
  const source = openSqliteStore({ file });
  await fill(source, 8);
  expect(await handrail(['copy', '--from', file, '--to', url])).toMatchObject({ code: 0 });
  const copy = ['copy', '--from', file, '--to', url];
  const refused = await handrail(copy);
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('not empty');

  await source.append({ conversation: 'c6', at: 4000, events: [said('later')], clearTimers: [due] });
  await source.erase('c7', 'customer', 'on request', 4000);
  await source.append({ conversation: 'c1', at: 4000, events: [], clearTimers: [{ name: 'promise' }] });
  await source.begin(beginning('new'));
  await source.endSessions({ agent: 'agent-1' });
  const resumed = await handrail([...copy, '--resume']);
  expect(resumed).toMatchObject({ code: 0, errors: '' });
  expect(resumed.said).toContain('4 conversations were copied, 6 were there');
  const target = await openPostgresStore({ url, deadline: 30_000 });
  onTestFinished(() => target.close());
  expect(await everything(target)).toEqual(await everything(source));
  await source.close();
});

/** Five conversations in both; `copy` brings what is new in the file. */
async function copied() {
  const { file, url } = await places();
  const source = openSqliteStore({ file });
  await fill(source, 5);
  const copy = ['copy', '--from', file, '--to', url, '--resume'];
  expect(await handrail(copy)).toMatchObject({ code: 0 });
  const target = await openPostgresStore({ url, deadline: 30_000 });
  onTestFinished(() => target.close());
  return { source, target, copy };
}

test('copy loses nothing that was written in Postgres since', async () => {
  const { source, target, copy } = await copied();
  const changes = [
    () => target.append({ conversation: 'c4', at: 1, events: [said('in Postgres')] }),
    () => target.begin(beginning('zz')),
  ];
  for (const change of changes) {
    await change();
    // The file goes another way at the same time.
    await source.append({ conversation: 'c4', at: 1, events: [said('in the file')] });
    const before = await everything(target);
    const refused = await handrail(copy);
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/Conversation (?:c4|zz) in Postgres/);
    expect(await everything(target)).toEqual(before);
  }
  await source.close();
});

test('copy brings up to date what began anew in the file, and what has ended since', async () => {
  const { file, url } = await places();
  const source = openSqliteStore({ file });
  onTestFinished(() => source.close());
  // More than a page of them, and the new ones on pages before the one that has ended.
  for (let i = 100; i < 500; i++) await source.begin(beginning(`c${i}`, { customer: `cust-${i}` }));
  const copy = ['copy', '--from', file, '--to', url];
  expect(await handrail(copy)).toMatchObject({ code: 0 });
  const begins = { c450: { visitor: 'visitor-c450' }, c451: { customer: 'cust-451' } };
  for (const [id, who] of Object.entries(begins)) {
    await source.append({ conversation: id, at: 5000, events: [], row: { status: 'resolved' } });
    expect(await source.begin(beginning(`a-${id}`, { ...who, at: 6000 }))).toMatchObject({ begun: true });
  }
  expect(await handrail([...copy, '--resume'])).toMatchObject({ code: 0, errors: '' });
  const target = await openPostgresStore({ url, deadline: 30_000 });
  onTestFinished(() => target.close());
  expect(await everything(target)).toEqual(await everything(source));
});

test('copy refuses before it changes anything where an account or a step was made in Postgres', async () => {
  const agent = { id: 'new', email: 'ann@demo.test', name: 'Ann', password: 'x', sites: [], disabled: false };
  const rung = { site: 'airline', action: 'cancel', n: 1, mode: 'autonomous', share: 1, at: 1 } as const;
  const changes = {
    'ann@demo.test': (store: Store) => store.addAgent(agent),
    'Step 1 of cancel': (store: Store) => store.addRung({ ...rung, held: false, by: 'ann', why: 'x' }),
  };
  for (const [what, change] of Object.entries(changes)) {
    const { source, target, copy } = await copied();
    await change(target);
    await source.append({ conversation: 'c4', at: 9000, events: [said('in the file')] });
    await source.close();
    const before = await everything(target);
    const refused = await handrail(copy);
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain(what);
    expect(await everything(target)).toEqual(before);
  }
});

test('migrate makes the schema, says so, and can be run by several at once', async () => {
  const { url } = await places();
  const env = { DATABASE_URL: url };
  const all = await Promise.all([1, 2, 3].map(() => handrail(['migrate', '--json'], env)));
  expect(all.map((one) => one.code)).toEqual([0, 0, 0]);
  const taken = all.map((one) => (JSON.parse(one.said) as { taken: number }).taken).sort();
  expect([taken[0], taken[1], taken[2]! > 0]).toEqual([0, 0, true]);
  expect((await handrail(['migrate'], env)).said).toContain('up to date');
});

test('migrate and copy say what is missing, and what does not answer', async () => {
  const { file, url } = await places();
  expect(await handrail(['migrate'])).toMatchObject({ code: 2 });
  const away = 'postgres://x:hush@127.0.0.1:1/d';
  expect((await handrail(['migrate'], { DATABASE_URL: away })).errors).toMatch(/^The database at .* answer/);
  expect((await handrail(['copy', '--to', url])).errors).toContain('--from is missing');
  expect((await handrail(['copy', '--from', file, '--to', url])).errors).toContain('There is no file');
  await openSqliteStore({ file }).close();
  expect((await handrail(['copy', '--from', file])).errors).toContain('--to is missing');
  expect((await handrail(['copy', '--from', file, '--to', 'mysql://x/y'])).code).toBe(2);
  const missing = await handrail(['copy', '--from', file, '--to', url.replace(/[^/]*$/, 'no-such')]);
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.errors).toContain('refuses');
});
