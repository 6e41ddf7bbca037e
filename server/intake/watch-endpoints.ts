// A3: how the businesses' endpoints are, for those who operate and those who answer: a gauge in /metrics, and a line in
// the console when one stops answering and when it answers again.
import { Gauge, type Registry } from 'prom-client';
import type { Alert } from '../../shared/protocol.ts';
import type { Act } from '../act/act.ts';
import type { Site } from '../site/site.ts';

export interface EndpointPorts {
  act: Pick<Act, 'endpoints' | 'listen'>;
  sites: Map<string, Site>;
  registry: Registry;
  /** To the agents of this site. */
  tell(site: string, alert: Alert): void;
  /** Epoch ms. */
  now: () => number;
}

/** Takes itself away when called. */
export function watchEndpoints({ act, sites, registry, tell, now }: EndpointPorts): () => void {
  const gauge = new Gauge({
    name: 'handrail_breaker_open',
    help: '1 while an endpoint of a business is left alone or tried again, 0 while it answers',
    labelNames: ['site', 'endpoint'],
    registers: [registry],
    collect() {
      for (const site of sites.keys())
        for (const { endpoint, state } of act.endpoints(site))
          gauge.set({ site, endpoint }, state === 'closed' ? 0 : 1);
    },
  });
  const ill = new Set<string>();
  return act.listen((id) => {
    const site = sites.get(id);
    if (!site) return;
    for (const { endpoint, state } of act.endpoints(id)) {
      const key = `${id}:${endpoint}`;
      const is = state !== 'closed';
      if (is === ill.has(key)) continue;
      if (is) ill.add(key);
      else ill.delete(key);
      const label = site.actions.find((action) => action.id === endpoint)?.label[site.locale] ?? endpoint;
      const text = is
        ? `${label}: the business does not answer. It is not offered, and tried again every few seconds.`
        : `${label}: the business answers again.`;
      tell(id, { id: `endpoint:${key}`, at: now(), level: is ? 'warning' : 'notice', text });
    }
  });
}
