// Everything that touches a business's systems: facts with their age, and what was decided to be done. Outcomes
// come back as values; nothing here decides, speaks or records.
import type { Hold, Proposal } from '../../shared/conversation.ts';
import type { Outcome } from '../../shared/events.ts';
import type { Gates, Known } from '../decide/situation.ts';
import type { FactSource, Site } from '../site/site.ts';
import type { EndpointState } from './breakers.ts';
import { type BusinessDeps, createBusiness } from './business.ts';
import { createFacts, type PushedFact } from './facts.ts';
import { type DeedName, perform } from './perform.ts';

export interface Customer {
  id: string;
  name?: string;
}

export interface RunOutcome {
  outcome: Outcome;
  ms: number;
  reference?: string;
  why?: string;
  result?: unknown;
}

export interface LookOptions {
  facts: string[];
  /** Oldest age in ms that will do; absent: each source's own maxStaleness. */
  maxAge?: number;
  /** How the customer would know a record. */
  label: (source: FactSource, value: Record<string, unknown>) => string;
  /** For the trace. */
  conversation?: string;
}

export interface Act {
  /** What is known of these facts, asked anew where older than allowed. Never throws. */
  look(site: Site, customer: Customer | undefined, options: LookOptions): Promise<Record<string, Known>>;
  /** Runs the confirmed proposal once; its id is the idempotency key (D5). */
  run(site: Site, customer: Customer, proposal: Proposal, conversation?: string): Promise<RunOutcome>;
  undo(site: Site, customer: Customer, proposal: Proposal, conversation?: string): Promise<RunOutcome>;
  /** Sets aside what the action would take (A4); its id is the idempotency key. */
  hold(site: Site, customer: Customer, hold: Hold, conversation?: string): Promise<RunOutcome>;
  release(site: Site, customer: Customer, hold: Hold, conversation?: string): Promise<RunOutcome>;
  /** What became of a run whose outcome is unknown, where the site says how to ask (D6). Changes nothing. */
  lookUp(site: Site, customer: Customer, proposal: Proposal, conversation?: string): Promise<RunOutcome>;
  gates(site: Site): Gates;
  /** The breakers of this site's endpoints, as far as they were ever called. */
  endpoints(site: string): EndpointState[];
  /** Hears of each site of which an endpoint has begun or ceased to be left alone; the answer takes it back. */
  listen(moved: (site: string) => void): () => void;
}

export interface ActDeps extends BusinessDeps {
  /** What the business has pushed of this customer, from wherever it was stored. Default: nothing. */
  pushed?: (site: string, customer: string) => Promise<PushedFact[]>;
}

export function createAct(deps: ActDeps): Act {
  const listeners = new Set<(site: string) => void>();
  const business = createBusiness({
    ...deps,
    moved: (site) => {
      for (const moved of listeners) moved(site);
    },
  });
  const facts = createFacts(business, deps.now, deps.pushed ?? (async () => []));
  const doing =
    (did: DeedName) =>
    async (site: Site, customer: Customer, about: Proposal | Hold, conversation?: string) => {
      const outcome = await perform(business, { did, site, customer, about, conversation });
      // Whatever came of it, what was known of this customer may no longer be so.
      if (did !== 'lookUp') facts.forget(site, customer);
      return outcome;
    };
  return {
    look: facts.look,
    run: doing('run'),
    undo: doing('undo'),
    hold: doing('hold'),
    release: doing('release'),
    lookUp: doing('lookUp'),
    gates: (site) => ({
      open: business
        .endpoints(site.id)
        .flatMap(({ endpoint, state }) => (state === 'open' ? [endpoint] : [])),
      held: [],
      rollout: Object.fromEntries(site.actions.map(({ id, rollout }) => [id, rollout.mode])),
    }),
    endpoints: business.endpoints,
    listen(moved) {
      listeners.add(moved);
      return () => listeners.delete(moved);
    },
  };
}
