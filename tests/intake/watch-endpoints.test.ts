// A3: an endpoint that stops answering is seen in /metrics and told to the agents of its site, once each way.
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import type { EndpointState } from '../../server/act/breakers.ts';
import { watchEndpoints } from '../../server/intake/watch-endpoints.ts';
import type { Alert } from '../../shared/protocol.ts';
import { testSite } from '../helpers/test-site.ts';

it('A3 shows the state of every endpoint, and tells agents when it turns', async () => {
  const site = testSite();
  const registry = new Registry();
  const told: Alert[] = [];
  let state: EndpointState['state'] = 'closed';
  let moved: (of: string) => void = () => undefined;
  const stop = watchEndpoints({
    act: {
      endpoints: () => [{ endpoint: 'cancel-flight', state }],
      listen: (hear) => {
        moved = hear;
        return () => {
          moved = () => undefined;
        };
      },
    },
    sites: new Map([[site.id, site]]),
    registry,
    tell: (_, alert) => told.push(alert),
    now: () => 5,
  });
  const shown = async () =>
    /handrail_breaker_open\{[^}]*cancel-flight[^}]*\} (\d)/.exec(await registry.metrics())?.[1];
  expect(await shown()).toBe('0');
  for (const now of ['open', 'open', 'probing', 'closed', 'closed'] as const) {
    state = now;
    moved(site.id);
    expect(await shown()).toBe(now === 'closed' ? '0' : '1');
  }
  expect(told.map(({ level }) => level)).toEqual(['warning', 'notice']);
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  expect(told[0]?.text).toContain('Receipt of cancel-flight: the business does not answer');
  stop();
  state = 'open';
  moved(site.id);
  expect(told).toHaveLength(2);
});
