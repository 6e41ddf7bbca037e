// What is kept folded has a bound in conversations and one in bytes, so that a few long ones do not fill the memory.
import { expect, test } from 'vitest';
import { createFoldCache } from '../../server/record/fold-cache.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import type { EventBody } from '../../shared/events.ts';

const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
const said = (text: string): EventBody => ({ type: 'message', from: 'customer', text });

async function scene() {
  const store = createMemoryStore();
  for (const id of ids) {
    const opened: EventBody = { type: 'opened', visitor: id, channel: 'web', locale: 'en', site: 'airline' };
    const who = { site: 'airline', channel: 'web', visitor: id, customer: null } as const;
    await store.begin({ id, ...who, at: 1, events: [opened] });
  }
  const say = async (id: string, text: string) => {
    const appended = await store.append({ conversation: id, at: 2, events: [said(text)] });
    if (!appended.ok) throw new Error(appended.why);
    return appended;
  };
  return { store, say };
}

test('long conversations make way for one another before there are too many of them', async () => {
  const { store, say } = await scene();
  const cache = createFoldCache(store, { conversations: 1_000, bytes: 50_000 });
  const kept = () => ids.filter((id) => cache.lately(id) !== undefined);
  for (const id of ids) await cache.load(id);
  expect(kept()).toEqual(ids);
  for (const id of ids) {
    await say(id, 'x'.repeat(9_000));
    await cache.load(id);
  }
  expect(kept()).toEqual(ids.slice(-5));
  // The same when what was stored just now is taken as it comes.
  for (let round = 0; round < 3; round += 1) {
    const { row, events } = await say('c19', 'x'.repeat(9_000));
    cache.advance(row, events);
  }
  expect(kept()).toEqual(['c18', 'c19']);
});

test('one that is longer than all may be together is kept while it is in hand', async () => {
  const { store, say } = await scene();
  const cache = createFoldCache(store, { conversations: 1_000, bytes: 2_000 });
  await say('c0', 'x'.repeat(9_000));
  await cache.load('c0');
  expect(cache.lately('c0')?.conversation).toEqual(foldEvents(await store.read('c0')));
  await cache.load('c1');
  expect(cache.lately('c0')).toBeUndefined();
  for (const id of ['c0', 'c1', 'c0'])
    expect((await cache.load(id))?.conversation).toEqual(foldEvents(await store.read(id)));
});

test('what has made way counts no more', async () => {
  const { store, say } = await scene();
  const cache = createFoldCache(store, { conversations: 2, bytes: 25_000 });
  for (const id of ids) {
    await say(id, 'x'.repeat(9_000));
    await cache.load(id);
    await cache.load(id);
  }
  expect(ids.filter((id) => cache.lately(id) !== undefined)).toEqual(['c18', 'c19']);
});
