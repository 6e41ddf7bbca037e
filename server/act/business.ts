// One request to a business, with all that calls owe: a breaker and a bulkhead for each endpoint (A3), a time-out
// over everything (A2), repetitions of what is safe to repeat, a signature, and a trace.
import { isBrokenCircuitError, isBulkheadRejectedError } from 'cockatiel';
import type { HttpRequest, Site } from '../site/site.ts';
import { type Breakers, createBreakers, type EndpointState } from './breakers.ts';
import { type Answer, call, type Fetch } from './call.ts';
import { prepareRequest } from './request.ts';
import { signed } from './signed.ts';
import { traced } from './traced.ts';

export interface Asked {
  site: Site;
  /** An action's or a fact source's id: what has a breaker of its own. */
  endpoint: string;
  request: HttpRequest;
  values: Record<string, unknown>;
  /** ms, repetitions included. */
  timeout: number;
  /** Goes along as Idempotency-Key. */
  key?: string;
  /** For what changes nothing: how often it is sent again when it broke. */
  retries?: number;
  /** Whether an answer has the shape that the site states; another one is a failure, not a guess. */
  fits?: ((body: unknown) => boolean) | undefined;
  /** For the trace: what it is about. Ids only, no word of a customer's. */
  about?: { conversation?: string | undefined; proposal?: string | undefined };
}

/** `open`: the breaker let nothing through; `busy`: too many calls are under way. Nothing was sent. */
export type Answered = Answer | { ok: false; why: 'open' | 'busy' };

export interface Business {
  ask(asked: Asked): Promise<Answered>;
  endpoints(site: string): EndpointState[];
}

export interface BusinessDeps {
  fetch: Fetch;
  /** Epoch ms. */
  now: () => number;
  newId: () => string;
  /** An endpoint's breaker opened or closed. */
  moved?: ((site: string) => void) | undefined;
}

class CallFailed extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('the call failed');
    this.answer = answer;
  }
}

/** ms before the first repetition; twice that before the second. */
const pause = 50;

export function createBusiness({ fetch, now, newId, moved }: BusinessDeps): Business {
  const breakers: Breakers = createBreakers(now, moved);

  /** What comes back once, or after as many repetitions as there is time for. */
  async function repeated(asked: Asked, until: number): Promise<Answer> {
    const { site, request, values, key, retries = 0 } = asked;
    for (let attempt = 0; ; attempt += 1) {
      const left = until - performance.now();
      if (left <= 0) return { ok: false, why: attempt === 0 ? 'not-sent' : 'timeout' };
      const prepared = prepareRequest(site, request, { ...values, api: site.api.base });
      const sent = signed(site, prepared, { id: key ?? newId(), at: now() });
      const answer = await call(fetch, key ? withKey(sent, key) : sent, left, site.api.privateHosts);
      if (answer.ok && asked.fits?.(answer.body) === false) return { ok: false, why: 'wrong-shape' };
      const broke = !answer.ok && (answer.why === 'broken' || answer.why === 'not-sent');
      if (!broke || request.method !== 'GET' || attempt >= retries) return answer;
      await new Promise((resolve) => setTimeout(resolve, pause * 2 ** attempt));
    }
  }

  async function through(asked: Asked): Promise<Answered> {
    const until = performance.now() + asked.timeout;
    try {
      return await breakers.run(asked.site.id, asked.endpoint, async () => {
        const answer = await repeated(asked, until);
        // Only what may be the business's trouble counts against it.
        if (!answer.ok && answer.why !== 'refused') throw new CallFailed(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof CallFailed) return error.answer;
      if (isBrokenCircuitError(error)) return { ok: false, why: 'open' };
      if (isBulkheadRejectedError(error)) return { ok: false, why: 'busy' };
      throw error;
    }
  }

  return {
    ask: (asked) => traced(asked, () => through(asked)),
    endpoints: (site) => breakers.endpoints(site),
  };
}

function withKey<T extends { headers: Record<string, string> }>(request: T, key: string): T {
  return { ...request, headers: { ...request.headers, 'idempotency-key': key } };
}
