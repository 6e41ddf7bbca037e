// A2, A3: whatever way a business fails, its endpoint is left alone after failures in a row, and tried again by itself.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Act, createAct } from '../../server/act/act.ts';
import { openFor } from '../../server/act/breakers.ts';
import { createOutboundFetch } from '../../server/act/outbound-fetch.ts';
import type { Site } from '../../server/site/site.ts';
import { testSite } from '../helpers/test-site.ts';

type Behaviour = (response: ServerResponse) => void;
const good: Behaviour = (response) => void response.end(JSON.stringify({ bookings: [], bags: [] }));
const behaviours: [string, Behaviour][] = [
  ['hangs', () => undefined],
  ['drips slowly', (response) => void response.write('{"bookings":')],
  ['resets', (response) => void response.socket?.destroy()],
  ['answers 500', (response) => void response.writeHead(500).end('{}')],
  ['answers 200 with HTML', (response) => void response.end('<html>')],
  ['answers in another shape', (response) => void response.end('{"ok":"perhaps"}')],
];

let server: Server;
let behave: Behaviour;
let calls: number;
let moved: string[];
let site: Site;
let act: Act;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  calls = 0;
  moved = [];
  behave = good;
  server = createServer((_, response) => {
    calls += 1;
    behave(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = testSite();
  site = {
    ...base,
    api: { ...base.api, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    facts: base.facts.map((source) => ({ ...source, timeout: 0, maxStaleness: 0 })),
  };
  act = createAct({
    fetch: createOutboundFetch(),
    now: Date.now,
    newId: () => 'id',
  });
  act.listen((of) => moved.push(of));
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

const look = async () => {
  vi.setSystemTime(Date.now() + 1);
  const options = { facts: ['bookings'], label: () => '' };
  // Short for what never answers in time, long for what does: a busy machine changes nothing.
  const timeout = behave === good ? 10_000 : 60;
  const facts = site.facts.map((source) => ({ ...source, timeout: Math.max(timeout, source.timeout) }));
  return (await act.look({ ...site, facts }, { id: 'cust' }, options)).bookings;
};

describe('an endpoint', () => {
  it.each(behaviours)(
    'A3 that %s is left alone after five failures, and offered again once it is well',
    async (_, ill) => {
      behave = ill;
      for (let n = 0; n < 5; n += 1) expect(await look()).toMatchObject({ ok: false });
      expect(act.gates(site).open).toEqual(['bookings']);
      expect(act.endpoints(site.id)).toMatchObject([{ endpoint: 'bookings', state: 'open' }]);
      const before = calls;
      expect(await look()).toEqual({ ok: false, why: 'open' });
      expect(calls).toBe(before);

      vi.setSystemTime(Date.now() + openFor);
      expect(act.gates(site).open).toEqual([]);
      expect(act.endpoints(site.id)).toMatchObject([{ state: 'probing' }]);
      // Still ill: the one that probes is the only one.
      expect(await look()).toMatchObject({ ok: false });
      expect(act.gates(site).open).toEqual(['bookings']);
      behave = good;
      vi.setSystemTime(Date.now() + openFor);
      expect(await look()).toMatchObject({ ok: true });
      expect(act.endpoints(site.id)).toMatchObject([{ state: 'closed' }]);
      expect(moved.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('A3 that is ill takes nothing from another', async () => {
    behave = (response) => void response.writeHead(500).end('{}');
    for (let n = 0; n < 5; n += 1) await look();
    behave = good;
    const options = { facts: ['bags'], label: () => '' };
    const patient = { ...site, facts: site.facts.map((source) => ({ ...source, timeout: 10_000 })) };
    expect((await act.look(patient, { id: 'cust' }, options)).bags).toMatchObject({ ok: true });
  });

  it('A2 that only reads is asked again within its time-out, and nothing else is', async () => {
    site = { ...site, facts: site.facts.map((source) => ({ ...source, timeout: 10_000, retries: 1 })) };
    behave = (response) => (calls === 1 ? void response.writeHead(503).end('{}') : good(response));
    expect(await look()).toMatchObject({ ok: true });
    expect(calls).toBe(2);
    behave = (response) => void response.writeHead(503).end('{}');
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
    expect(await act.run(site, { id: 'cust' }, proposal)).toMatchObject({ outcome: 'unknown' });
    expect(calls).toBe(3);
  });
});
