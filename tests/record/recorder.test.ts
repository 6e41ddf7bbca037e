// The recorder over a real store: rows that follow from events, masks, retries, and publishing after the commit.
import { beforeEach, expect, test } from 'vitest';
import { createMask } from '../../server/record/mask.ts';
import { createRecorder, type Publication, type Recorder } from '../../server/record/recorder.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import type { EventBody, Wait } from '../../shared/events.ts';

const mia = { id: 'mia', name: 'Mia' };
const wait: Wait = { position: 1, within: 240, confidence: 0.9, basis: 'history' };
const handoff: EventBody = {
  type: 'handoff',
  position: 1,
  within: 240,
  wait,
  text: 'A person is coming.',
  triggers: [{ trigger: 'asked', evidence: {} }],
  priority: 2,
};
const said = (text: string, clientId?: string): EventBody => ({
  type: 'message',
  from: 'customer',
  text,
  ...(clientId ? { clientId } : {}),
});

let store: Store;
let published: Publication[];
let recorder: Recorder;

beforeEach(async () => {
  store = createMemoryStore();
  published = [];
  recorder = createRecorder({ store, publish: (publication) => void published.push(publication) });
  await begin('a');
});

function begin(id: string) {
  const opened: EventBody = { type: 'opened', visitor: id, channel: 'web', locale: 'en', site: 'airline' };
  return recorder.begin({
    id,
    site: 'airline',
    channel: 'web',
    visitor: id,
    customer: null,
    at: 1,
    events: [opened],
  });
}

async function append(at: number, ...events: EventBody[]) {
  const appended = await recorder.append({ conversation: 'a', at, events });
  if (!appended.ok) throw new Error(appended.why);
  return appended.row;
}

test('H9 a requeued conversation is back at the place that it had', async () => {
  expect(await append(1000, said('a person, please'), handoff)).toMatchObject({
    status: 'waiting',
    queuedAt: 1000,
    priority: 2,
    fence: 0,
  });
  expect(await append(2000, { type: 'claimed', agent: mia })).toMatchObject({
    status: 'claimed',
    queuedAt: 1000,
    claimedAt: 2000,
    agent: mia,
    fence: 1,
  });
  expect(await append(3000, { type: 'requeued', why: 'vanished', wait })).toMatchObject({
    status: 'waiting',
    queuedAt: 1000,
    priority: 2,
    claimedAt: null,
    agent: null,
    fence: 2,
  });
  expect(await append(3500, handoff)).toMatchObject({ queuedAt: 1000 });
});

test('H10 a returned conversation is out of line, and the service is kept with what was stated', async () => {
  await append(1000, handoff);
  await append(2000, { type: 'claimed', agent: mia });
  expect(await append(9000, { type: 'returned', agent: mia })).toMatchObject({
    status: 'assistant',
    queuedAt: null,
    priority: 0,
    claimedAt: null,
    agent: null,
    fence: 2,
  });
  const service = {
    site: 'airline',
    agent: 'mia',
    queuedAt: 1000,
    claimedAt: 2000,
    endedAt: 9000,
    stated: 240,
  };
  expect(await store.services('airline', 0, 9)).toEqual([service]);
});

test('a takeover that nobody waited for has no stated wait', async () => {
  await append(2000, { type: 'claimed', agent: mia });
  const row = await append(5000, { type: 'resolved', outcome: 'done', by: 'agent' });
  expect(row).toMatchObject({ status: 'resolved', agent: null });
  expect(await store.services('airline', 0, 9)).toMatchObject([
    { queuedAt: 2000, claimedAt: 2000, stated: null },
  ]);
});

test('H4 a message that was left keeps its place for the next shift', async () => {
  await append(1000, handoff);
  const left = { type: 'waited', choice: 'message', text: 'call me', contact: 'ann@demo.test' } as const;
  expect(await append(2000, left)).toMatchObject({ status: 'left', queuedAt: 1000 });
});

test('who chooses the assistant leaves the line', async () => {
  await append(1000, handoff);
  expect(await append(2000, { type: 'waited', choice: 'assistant' })).toMatchObject({
    status: 'assistant',
    queuedAt: null,
  });
});

test('identifying puts the customer into the row, unless another conversation of theirs is open', async () => {
  expect(await append(2000, { type: 'identified', customer: 'c' })).toMatchObject({ customer: 'c' });
  await begin('b');
  const second = await recorder.append({
    conversation: 'b',
    at: 3000,
    events: [{ type: 'identified', customer: 'c' }],
  });
  expect(second).toMatchObject({ ok: false, why: 'occupied', row: { id: 'a' } });
});

test('H8 of many claims through many recorders one wins', async () => {
  await append(1000, handoff);
  const claims = await Promise.all(
    Array.from({ length: 40 }, (_, i) => {
      const node = createRecorder({ store, publish: () => undefined });
      const events: EventBody[] = [{ type: 'claimed', agent: { id: `agent-${i}`, name: `${i}` } }];
      return node.append({ conversation: 'a', at: 2000, events, statuses: ['waiting'] });
    }),
  );
  expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
  expect(claims.filter((claim) => !claim.ok && claim.why === 'status')).toHaveLength(39);
});

test('R3 row and fold agree at every moment, however many write through several recorders at once', async () => {
  const seen: Publication[] = [];
  const nodes = [1, 2, 3].map(() => createRecorder({ store, publish: (one) => void seen.push(one) }));
  const bodies: EventBody[] = [
    said('x'),
    handoff,
    { type: 'claimed', agent: mia },
    { type: 'requeued', why: 'released', wait },
    { type: 'returned', agent: mia },
    { type: 'waited', choice: 'message' },
    { type: 'waited', choice: 'assistant' },
  ];
  await Promise.all(
    Array.from({ length: 90 }, (_, i) =>
      nodes[i % 3]!.append({ conversation: 'a', at: 1000 + i, events: [bodies[(i * 5 + (i >> 2)) % 7]!] }),
    ),
  );
  const log = await store.read('a');
  expect(log.map((event) => event.seq)).toEqual(log.map((_, i) => i + 1));
  expect(seen.map(({ row }) => row.seq).sort((x, y) => x - y)).toEqual(
    log.slice(1).map((event) => event.seq),
  );
  for (const { row } of seen) {
    const { view } = foldEvents(log.slice(0, row.seq));
    expect([row.seq, row.status, row.agent]).toEqual([row.seq, view.status, view.agent ?? null]);
    if (row.status === 'waiting') expect(row.queuedAt).not.toBeNull();
    if (row.status === 'assistant') expect(row.queuedAt).toBeNull();
  }
  for (const node of nodes) {
    expect(await node.load('a')).toEqual({
      row: await store.conversation('a'),
      conversation: foldEvents(log),
    });
  }
});

test('R1 what is published was stored, in order, and joins on for each reader', async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      append(1000 + i, i % 2 ? said(`${i}`) : { type: 'noted', by: mia, text: `${i}` }),
    ),
  );
  const log = await store.read('a');
  expect(published.flatMap((publication) => publication.events)).toEqual(log);
  let customer = 0;
  for (const { events, before, row } of published) {
    expect(before).toEqual({ customer, agent: events[0]!.seq - 1 });
    expect(row.seq).toBe(events.at(-1)!.seq);
    customer = events.findLast((event) => event.type !== 'noted')?.seq ?? customer;
  }
});

test('what is refused or was stored before is not published, and a publication that fails fails nothing', async () => {
  const events = [said('hello', 'U')];
  const client = { author: 'a', id: 'U' };
  await recorder.append({ conversation: 'a', at: 2000, events, client });
  expect(published).toHaveLength(2);
  expect(await recorder.append({ conversation: 'a', at: 3000, events, client })).toMatchObject({ seenAt: 2 });
  expect(await recorder.append({ conversation: 'a', at: 3000, events, expect: 1 })).toMatchObject({
    why: 'moved',
  });
  expect(await recorder.append({ conversation: 'none', at: 3000, events })).toMatchObject({
    why: 'not_found',
  });
  expect(published).toHaveLength(2);

  const warnings: unknown[] = [];
  const failing = [
    () => {
      throw new Error('at once');
    },
    () => Promise.reject(new Error('later')),
  ];
  for (const publish of failing) {
    const node = createRecorder({ store, publish, warn: (error) => warnings.push((error as Error).message) });
    expect(await node.append({ conversation: 'a', at: 4000, events: [said('x')] })).toMatchObject({
      ok: true,
    });
  }
  expect(warnings).toEqual(['at once', 'later']);
});

test('an event that is none is thrown, and nothing of it is stored', async () => {
  const bad = { type: 'message', from: 'nobody', text: 7 } as unknown as EventBody;
  await expect(append(2000, said('before'), bad)).rejects.toThrow();
  expect(await store.read('a')).toHaveLength(1);
});

test('P1 what people wrote is cleaned and masked before it is stored', async () => {
  const card = '4111 1111\u0000 1111 1111';
  const hidden = '•••• •••• •••• 1111';
  await append(
    2000,
    said(`pay with ${card}`),
    { type: 'message', from: 'agent', name: 'Mia', text: card },
    { type: 'waited', choice: 'keep', text: card, contact: `me, ${card}` },
    { type: 'corrected', by: 'customer', field: 'card', text: card },
    { type: 'rated', by: 'customer', score: 1, comment: card },
    { type: 'noted', by: mia, text: card },
  );
  const log = JSON.stringify(await store.read('a'));
  expect(log).not.toMatch(/4111 ?1111/);
  expect(log.split(hidden).length - 1).toBe(7);
});

test('P1 a number over several messages is masked, and its retry is the same message still', async () => {
  const send = (text: string, id: string) =>
    recorder.append({ conversation: 'a', at: 2000, events: [said(text, id)], client: { author: 'a', id } });
  await send('4111 1111', 'm1');
  await send('1111 1111', 'm2');
  expect(await send('1111 1111', 'm2')).toMatchObject({ ok: true, seenAt: 3 });
  expect(await send('1111 2222', 'm2')).toMatchObject({ ok: false, why: 'conflict' });
  const texts = (await store.read('a', 1)).map((event) => event.type === 'message' && event.text);
  expect(texts).toEqual(['4111 1111', '•••• 1111']);
});

test("P1 the site's masks hold, but not for the customer's own references", async () => {
  const node = createRecorder({
    store,
    publish: () => undefined,
    maskOf: (site) => createMask(site === 'airline' ? ['\\b[A-Z]{2}\\d{6}\\b'] : []),
  });
  await node.append({ conversation: 'a', at: 2000, events: [said('ME123456 or XX999999')] }, ['ME123456']);
  expect((await store.read('a', 1))[0]).toMatchObject({ text: 'ME123456 or ••••••••' });
});

test('P2 after an erasure nothing of it is left in what is loaded', async () => {
  await append(2000, said('a secret'));
  await recorder.load('a');
  await store.erase('a', 'customer', 'on request', 3000);
  const loaded = await recorder.load('a');
  expect(JSON.stringify(loaded)).not.toContain('secret');
  // Nothing that comes late opens it again.
  expect(await append(4000, { type: 'noted', by: mia, text: 'late' })).toMatchObject({ status: 'resolved' });
});

test('conversations beyond the cache are folded anew', async () => {
  const small = createRecorder({ store, publish: () => undefined, cached: { conversations: 2, bytes: 1e6 } });
  for (const id of ['b', 'c', 'd']) await begin(id);
  for (let round = 0; round < 2; round++) {
    for (const id of ['a', 'b', 'c', 'd']) {
      await small.append({ conversation: id, at: 2000, events: [said(`${round}`)] });
      const loaded = await small.load(id);
      expect(loaded?.conversation).toEqual(foldEvents(await store.read(id)));
    }
  }
});
