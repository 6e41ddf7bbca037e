// What the embedded store does while its file is locked, full, of another version, or its thread is gone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditAll } from '../../server/record/audit.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import { type Outcome, runGroup, type StoreCall } from '../../server/store/run-group.ts';
import { openSqliteFile } from '../../server/store/sqlite-file.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { buildEntry } from '../helpers/build-entry.ts';
import { beginning, said } from './beginning.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-outage-'));
  file = join(folder, 'handrail.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a locked file is answered as unavailable, can still be read, and needs no restart', async () => {
  const workerFile = await buildEntry('server/store/store-worker.ts');
  const store = await openThreadedStore({ file, workerFile });
  await store.begin(beginning('a'));
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const send = (text: string) => store.append({ conversation: 'a', at: 2000, events: [said(text)] });
  const refused = await Promise.allSettled(['one', 'two', 'three'].map(send));
  expect(refused.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
    'unavailable',
    'unavailable',
    'unavailable',
  ]);
  expect(await store.read('a')).toHaveLength(1);
  other.exec('ROLLBACK');
  other.close();
  expect(await send('four')).toMatchObject({ ok: true, events: [{ seq: 2, text: 'four' }] });
  await store.close();
});

test('a full disk fails the whole group and nothing of it is kept; with room again it goes on', () => {
  const opened = openSqliteFile(file);
  const run = (calls: StoreCall[]): Outcome[] => {
    const outcomes: Outcome[] = [];
    runGroup(opened, calls, (answered) => {
      for (const { index, outcome } of answered) outcomes[index] = outcome;
    });
    return outcomes;
  };
  const append = (text: string): StoreCall => ({
    method: 'append',
    args: [{ conversation: 'a', at: 2000, events: [said(text)] }],
  });
  run([{ method: 'begin', args: [beginning('a')] }]);
  const { page_count: pages } = opened.db.prepare('PRAGMA page_count').get() as { page_count: number };
  opened.db.exec(`PRAGMA max_page_count = ${pages + 1}`);
  const big = 'x'.repeat(50_000);
  const full = run([append('small'), append(big), append('after'), { method: 'read', args: ['a'] }]);
  expect(full.map((one) => (one.ok ? 'ok' : (one.error as { code: string }).code))).toEqual([
    'unavailable',
    'unavailable',
    'unavailable',
    'ok',
  ]);
  opened.db.exec('PRAGMA max_page_count = 100000');
  expect(run([append('small'), append(big)]).every((one) => one.ok)).toBe(true);
  expect(run([{ method: 'read', args: ['a'] }])[0]).toMatchObject({
    value: [{ seq: 1 }, { seq: 2 }, { seq: 3 }],
  });
  opened.db.close();
});

test('a call that throws takes nothing else of its group with it', async () => {
  const store = openSqliteStore({ file });
  await store.begin(beginning('a'));
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const bad = { type: 'observed', facts: circular, ages: {}, gates: {}, wait: null } as const;
  const results = await Promise.allSettled([
    store.append({ conversation: 'a', at: 2000, events: [said('before')] }),
    store.append({ conversation: 'a', at: 2000, events: [said('half'), bad] }),
    store.append({ conversation: 'a', at: 2000, events: [said('after')] }),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await store.read('a', 1)).map((event) => 'text' in event && event.text)).toEqual([
    'before',
    'after',
  ]);
  expect((await auditAll(store)).faults).toEqual([]);
  await store.close();
});

test('R1 the database itself refuses a second open conversation and a number that is taken', async () => {
  const store = openSqliteStore({ file });
  await store.begin(beginning('a', { visitor: 'v', customer: 'c' }));
  await store.begin(beginning('b'));
  await store.close();
  const db = new DatabaseSync(file);
  expect(() => db.exec("UPDATE conversations SET visitor = 'v' WHERE id = 'b'")).toThrow('UNIQUE');
  expect(() => db.exec("UPDATE conversations SET customer = 'c' WHERE id = 'b'")).toThrow('UNIQUE');
  expect(() => db.exec("UPDATE events SET seq = 1, conversation = 'a'")).toThrow('UNIQUE');
  db.close();
});

test('a file of a later version, or of something else, is not opened', async () => {
  const workerFile = await buildEntry('server/store/store-worker.ts');
  await openSqliteStore({ file }).close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  expect(() => openSqliteStore({ file })).toThrow('version 99');
  await expect(openThreadedStore({ file, workerFile })).rejects.toThrow('version 99');
  await expect(openThreadedStore({ file: folder, workerFile })).rejects.toThrow('unable to open');
});

test('two that open a new file at once both get it', async () => {
  const workerFile = await buildEntry('server/store/store-worker.ts');
  const stores = await Promise.all([1, 2, 3].map(() => openThreadedStore({ file, workerFile })));
  await Promise.all(stores.map((store, i) => store.begin(beginning(`c${i}`))));
  expect(await stores[0]!.conversationIds({ limit: 9 })).toEqual(['c0', 'c1', 'c2']);
  await Promise.all(stores.map((store) => store.close()));
});

test('when the thread dies, what waited is unavailable and the next call starts another', async () => {
  const dies = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      parentPort.postMessage({ opened: true });
      parentPort.once('message', ({ calls }) => {
        parentPort.once('message', () => process.exit(1));
        parentPort.postMessage({ answers: calls.map(({ id }) => ({ id, value: 'alive' })) });
      });
    `)}`,
  );
  const store = await openThreadedStore({ file, workerFile: dies });
  for (const _ of ['first thread', 'second thread']) {
    expect(await store.ping()).toBe('alive');
    await expect(store.ping()).rejects.toMatchObject({ code: 'unavailable' });
  }
  await store.close();
});
