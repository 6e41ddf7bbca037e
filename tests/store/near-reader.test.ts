// The embedded store's small reads in the caller's own thread: always the last commit, whoever writes or waits.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNearReader } from '../../server/store/near-reader.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import { beginning, said } from './beginning.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-near-'));
  file = join(folder, 'handrail.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('R1 sees each commit as soon as it is answered, and no half of one', async () => {
  const store = openSqliteStore({ file });
  const near = createNearReader(file);
  await store.begin(beginning('a'));
  for (let seq = 2; seq < 30; seq++) {
    await store.append({ conversation: 'a', at: seq, events: [said(`message ${seq}`)] });
    expect(near.read('conversation', ['a'])).toMatchObject({ value: { seq } });
    expect(near.read('read', ['a', seq - 1])).toMatchObject({ value: [{ seq, text: `message ${seq}` }] });
  }
  near.close();
  await store.close();
});

test('A4 sees what a business pushed as soon as it was answered', async () => {
  const store = openSqliteStore({ file });
  const near = createNearReader(file);
  const pushed = { site: 's', customer: 'c', fact: 'orders', at: 7, items: [{ id: 'o1' }] };
  await store.putFacts(pushed, 0);
  expect(near.read('factsOf', ['s', 'c'])).toEqual({ value: [pushed] });
  near.close();
  await store.close();
});

test('what it does not read, or cannot, is left to the store’s thread', async () => {
  const near = createNearReader(file);
  expect(near.read('conversation', ['a'])).toBeUndefined();
  const store = openSqliteStore({ file });
  await store.begin(beginning('a'));
  expect(near.read('conversation', ['a'])).toMatchObject({ value: { id: 'a' } });
  expect(near.read('search', [{ sites: ['s'], text: 'x', limit: 1, depth: 1 }])).toBeUndefined();
  expect(near.read('append', [{ conversation: 'a', at: 1, events: [] }])).toBeUndefined();
  near.close();
  await store.close();
});
