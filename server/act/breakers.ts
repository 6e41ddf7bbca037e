// A3: one circuit breaker for each endpoint of a site (an action or a fact source). It opens after failures in a
// row, and lets one call through again after a while.
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from 'cockatiel';

const failuresToOpen = 5;
/** ms that a breaker stays open before it lets a probe through. */
export const openFor = 10_000;

export interface Breakers {
  /** Runs `work` unless the breaker is open; `work` throws to count as a failure. */
  run<T>(site: string, endpoint: string, work: () => Promise<T>): Promise<T>;
  /** Endpoints of this site that are open now. */
  open(site: string): string[];
}

interface Endpoint {
  policy: CircuitBreakerPolicy;
  openedAt: number;
}

export function createBreakers(now: () => number): Breakers {
  const sites = new Map<string, Map<string, Endpoint>>();

  function endpointOf(site: string, id: string): Endpoint {
    const endpoints = sites.get(site) ?? new Map<string, Endpoint>();
    sites.set(site, endpoints);
    const existing = endpoints.get(id);
    if (existing) return existing;
    const policy = circuitBreaker(handleAll, {
      halfOpenAfter: openFor,
      breaker: new ConsecutiveBreaker(failuresToOpen),
    });
    const endpoint = { policy, openedAt: 0 };
    policy.onBreak(() => {
      endpoint.openedAt = now();
    });
    endpoints.set(id, endpoint);
    return endpoint;
  }

  return {
    run: (site, id, work) => endpointOf(site, id).policy.execute(work),
    open: (site) =>
      [...(sites.get(site) ?? [])].flatMap(([id, { policy, openedAt }]) =>
        policy.state === CircuitState.Open && now() - openedAt < openFor ? [id] : [],
      ),
  };
}
