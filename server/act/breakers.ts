// A3: one circuit breaker and one bulkhead for each endpoint of a site (an action or a fact source). The breaker
// opens after failures in a row, and lets one call through again after a while; the bulkhead keeps one slow
// endpoint from taking all that the server has.
import {
  type BulkheadPolicy,
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from 'cockatiel';

const failuresToOpen = 5;
/** ms that a breaker stays open before it lets a probe through. */
export const openFor = 10_000;
/** Calls of one endpoint under way at once, and those that wait for their turn within their time-out. */
const atOnce = 64;
const waiting = 1_000;

export interface EndpointState {
  endpoint: string;
  /** `probing`: what comes next is let through, and decides. */
  state: 'closed' | 'open' | 'probing';
  /** Epoch ms; while it is not closed. */
  since?: number;
}

export interface Breakers {
  /** Runs `work` unless the breaker is open; `work` throws to count as a failure. */
  run<T>(site: string, endpoint: string, work: () => Promise<T>): Promise<T>;
  endpoints(site: string): EndpointState[];
}

interface Endpoint {
  breaker: CircuitBreakerPolicy;
  bulkhead: BulkheadPolicy;
  /** Epoch ms of the last opening; 0 while closed. */
  openedAt: number;
}

/** `moved` hears when an endpoint of a site opens or closes. */
export function createBreakers(now: () => number, moved: (site: string) => void = () => undefined): Breakers {
  const sites = new Map<string, Map<string, Endpoint>>();

  function endpointOf(site: string, id: string): Endpoint {
    const endpoints = sites.get(site) ?? new Map<string, Endpoint>();
    sites.set(site, endpoints);
    const existing = endpoints.get(id);
    if (existing) return existing;
    const breaker = circuitBreaker(handleAll, {
      halfOpenAfter: openFor,
      breaker: new ConsecutiveBreaker(failuresToOpen),
    });
    const endpoint: Endpoint = { breaker, bulkhead: bulkhead(atOnce, waiting), openedAt: 0 };
    breaker.onBreak(() => {
      endpoint.openedAt = now();
      moved(site);
    });
    breaker.onReset(() => {
      endpoint.openedAt = 0;
      moved(site);
    });
    endpoints.set(id, endpoint);
    return endpoint;
  }

  return {
    run(site, id, work) {
      const endpoint = endpointOf(site, id);
      return endpoint.bulkhead.execute(() => endpoint.breaker.execute(work));
    },
    endpoints: (site) =>
      [...(sites.get(site) ?? [])].map(([endpoint, { breaker, openedAt }]) => {
        if (breaker.state === CircuitState.Closed) return { endpoint, state: 'closed' };
        const open = breaker.state === CircuitState.Open && now() - openedAt < openFor;
        return { endpoint, state: open ? 'open' : 'probing', since: openedAt };
      }),
  };
}
