// A4: facts that a business pushes: let in by their signature, kept for every node, used while they are young enough.
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAct } from '../../server/act/act.ts';
import { type Received, receiveFacts } from '../../server/act/receive-facts.ts';
import type { Site } from '../../server/site/site.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { testSite } from '../helpers/test-site.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let store: Store;
let now: number;
let site: Site;
let asked: number;
beforeEach(() => {
  store = createMemoryStore();
  now = Date.now();
  asked = 0;
  const base = testSite();
  site = { ...base, push: { secret }, facts: base.facts.map((fact) => ({ ...fact, push: true })) };
});

const body = (more: object = {}) =>
  JSON.stringify({
    customer: 'cust',
    fact: 'bookings',
    at: now,
    items: [{ id: 'ME1', name: 'pushed' }],
    ...more,
  });

function push(
  text: string,
  more: { by?: string; at?: Date; headers?: Record<string, string> } = {},
): Promise<Received> {
  const at = more.at ?? new Date();
  const headers = more.headers ?? {
    'webhook-id': 'm1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(more.by ?? secret).sign('m1', at, text),
  };
  return receiveFacts({ put: store.putFacts, now: () => now }, site, text, headers);
}

/** Another node, which has heard of nothing but the store. */
async function look(maxAge?: number) {
  const act = createAct({
    fetch: async () => {
      asked += 1;
      return new Response(JSON.stringify({ bookings: [{ id: 'ME2', name: 'asked' }], bags: [] }));
    },
    now: () => now,
    newId: () => 'id',
    pushed: store.factsOf,
  });
  const label = (_: unknown, value: Record<string, unknown>) => String(value.name);
  const options = { facts: ['bookings'], label, ...(maxAge === undefined ? {} : { maxAge }) };
  return (await act.look(site, { id: 'cust' }, options)).bookings;
}

describe('pushed facts', () => {
  it('A4 are used by every node while they are young enough, with their age, and asked for after that', async () => {
    expect(await push(body())).toEqual({ ok: true, stored: true });
    now += 20_000;
    expect(await look()).toMatchObject({ at: now - 20_000, pushed: true, records: [{ label: 'pushed' }] });
    expect(asked).toBe(0);
    expect(await look(10_000)).toMatchObject({ at: now, records: [{ label: 'asked' }] });
    expect(asked).toBe(1);
  });

  it('A4 are asked for when the clock has gone back behind them', async () => {
    await push(body());
    now -= 3_600_000;
    expect(await look()).toMatchObject({ at: now, records: [{ label: 'asked' }] });
  });

  it('A4 change nothing when they come again, or late', async () => {
    await push(body());
    expect(await push(body())).toEqual({ ok: true, stored: false });
    expect(await push(body({ at: now - 1, items: [] }))).toEqual({ ok: true, stored: false });
    expect(await look()).toMatchObject({ records: [{ label: 'pushed' }] });
  });

  it('A4 are let in by their signature only, and only lately', async () => {
    const refused = { ok: false, code: 'unauthorized' };
    expect(await push(body(), { by: 'whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB' })).toEqual(refused);
    expect(await push(body(), { headers: {} })).toEqual(refused);
    expect(await push(body(), { at: new Date(Date.now() - 6 * 60_000) })).toEqual(refused);
    site = { ...site, push: undefined } as never;
    expect(await push(body())).toEqual({ ok: false, code: 'not_found' });
    expect(await look()).not.toMatchObject({ pushed: true });
  });

  it.each([
    ['are of another shape', { items: [{ id: 7 }] }],
    ['name no fact', { fact: 'secrets' }],
    ['claim to be of tomorrow', { at: Date.now() + 86_400_000 }],
    ['have a key too many', { extra: 1 }],
  ])('A4 are refused when they %s', async (_, wrong) => {
    expect(await push(body(wrong))).toEqual({ ok: false, code: 'bad_request' });
  });

  it('A4 from before something was done do not count after it', async () => {
    await push(body());
    const act = createAct({
      fetch: async (url) =>
        new Response(JSON.stringify(url.includes('bookings') ? { bookings: [] } : { reference: 'R' })),
      now: () => now,
      newId: () => 'id',
      pushed: store.factsOf,
    });
    const proposal = {
      id: 'p',
      action: 'cancel-flight',
      arguments: { id: 'ME1' },
      hash: 'h',
      customer: 'cust',
      question: 'q',
      expiresAt: 0,
      status: 'confirmed' as const,
    };
    await act.run(site, { id: 'cust' }, proposal);
    const label = () => '';
    expect((await act.look(site, { id: 'cust' }, { facts: ['bookings'], label })).bookings).toMatchObject({
      records: [],
    });
  });
});
