// Everything that touches a business's systems: facts with their age, and actions that were decided. Outcomes
// come back as values; nothing here decides, speaks or records.
import { isBrokenCircuitError } from 'cockatiel';
import type { Proposal } from '../../shared/conversation.ts';
import type { Outcome } from '../../shared/events.ts';
import { valueAt } from '../../shared/fill-template.ts';
import type { FactRecord, Gates, Known } from '../decide/situation.ts';
import type { Action, FactSource, HttpRequest, Site } from '../site/site.ts';
import { createBreakers } from './breakers.ts';
import { type Answer, call } from './call.ts';
import { prepareRequest } from './request.ts';
import { fits } from './shape.ts';

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
}

export interface Act {
  /** What is known of these facts, asked anew where older than allowed. Never throws. */
  look(site: Site, customer: Customer | undefined, options: LookOptions): Promise<Record<string, Known>>;
  /** Runs the confirmed proposal once; its id is the idempotency key (D5). */
  run(site: Site, customer: Customer, proposal: Proposal): Promise<RunOutcome>;
  undo(site: Site, customer: Customer, proposal: Proposal): Promise<RunOutcome>;
  gates(site: Site): Gates;
}

interface Seen {
  values: Record<string, unknown>[];
  at: number;
}

class CallFailed extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('the call failed');
    this.answer = answer;
  }
}

export function createAct({ fetch, now }: { fetch: typeof globalThis.fetch; now: () => number }): Act {
  const breakers = createBreakers(now);
  // Facts are a cache with their age beside them; a decision that needs fresher ones asks anew.
  const seen = new Map<string, Seen>();

  /** Through the breaker: only what may be the business's trouble counts against it. */
  async function guarded(
    site: Site,
    endpoint: string,
    request: HttpRequest,
    values: Record<string, unknown>,
    timeout: number,
    headers: Record<string, string> = {},
  ): Promise<Answer | 'open'> {
    const prepared = prepareRequest(site, request, values);
    try {
      return await breakers.run(site.id, endpoint, async () => {
        const answer = await call(
          fetch,
          { ...prepared, headers: { ...prepared.headers, ...headers } },
          timeout,
        );
        if (!answer.ok && answer.why !== 'refused') throw new CallFailed(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof CallFailed) return error.answer;
      if (isBrokenCircuitError(error)) return 'open';
      throw error;
    }
  }

  async function lookOne(
    site: Site,
    customer: Customer | undefined,
    source: FactSource,
    options: LookOptions,
  ): Promise<Known> {
    if (!customer) return { ok: false, why: 'anonymous' };
    const key = `${site.id}\n${customer.id}\n${source.id}`;
    const old = seen.get(key);
    if (old && now() - old.at <= Math.min(options.maxAge ?? source.maxStaleness, source.maxStaleness))
      return toKnown(source, old, options.label);
    const answer = await guarded(
      site,
      source.id,
      source.request,
      { customer, api: site.api.base },
      source.timeout,
    );
    if (answer === 'open') return { ok: false, why: 'open' };
    if (!answer.ok) return { ok: false, why: answer.why === 'timeout' ? 'timeout' : 'failed' };
    const items = valueAt(answer.body, source.items);
    if (!Array.isArray(items) || !items.every((item) => fits(item, source.schema)))
      return { ok: false, why: 'failed' };
    const fresh = { values: items as Record<string, unknown>[], at: now() };
    if (seen.size > 10_000) seen.clear();
    seen.set(key, fresh);
    return toKnown(source, fresh, options.label);
  }

  async function perform(
    site: Site,
    customer: Customer,
    proposal: Proposal,
    kind: 'run' | 'undo',
  ): Promise<RunOutcome> {
    const action = site.actions.find(({ id }) => id === proposal.action);
    const request = kind === 'run' ? action?.request : action?.undo?.request;
    if (!action || !request) return { outcome: 'failed', ms: 0, why: 'no-request' };
    const started = performance.now();
    const values = {
      arguments: proposal.arguments,
      object: proposal.object ?? {},
      details: proposal.details ?? {},
      customer,
      reference: proposal.reference ?? '',
    };
    const key = { 'idempotency-key': kind === 'run' ? proposal.id : `${proposal.id}-undo` };
    const answer = await guarded(site, action.id, request, values, action.timeout, key);
    // Whatever came of it, what was known of this customer may no longer be so.
    for (const source of site.facts) seen.delete(`${site.id}\n${customer.id}\n${source.id}`);
    return { ...outcomeOf(action, answer, kind), ms: Math.round(performance.now() - started) };
  }

  return {
    look: async (site, customer, options) => {
      const sources = site.facts.filter(({ id }) => options.facts.includes(id));
      const found = await Promise.all(sources.map((source) => lookOne(site, customer, source, options)));
      return Object.fromEntries(sources.map((source, index) => [source.id, found[index]!]));
    },
    run: (site, customer, proposal) => perform(site, customer, proposal, 'run'),
    undo: (site, customer, proposal) => perform(site, customer, proposal, 'undo'),
    gates: (site) => ({
      open: breakers.open(site.id),
      held: [],
      rollout: Object.fromEntries(site.actions.map(({ id, rollout }) => [id, rollout.mode])),
    }),
  };
}

function toKnown(source: FactSource, { values, at }: Seen, label: LookOptions['label']): Known {
  const records = values.map(
    (value): FactRecord => ({
      fact: source.id,
      id: String(value[source.key]),
      label: label(source, value),
      value,
    }),
  );
  return { ok: true, records, at };
}

/** D6: only what surely had no effect is called failed or refused; an answer that cannot be read is unknown. */
function outcomeOf(action: Action, answer: Answer | 'open', kind: 'run' | 'undo'): Omit<RunOutcome, 'ms'> {
  if (answer === 'open') return { outcome: 'failed', why: 'breaker-open' };
  if (!answer.ok) {
    if (answer.why === 'refused') return { outcome: 'refused', why: `status-${answer.status}` };
    return answer.why === 'not-sent'
      ? { outcome: 'failed', why: 'not-sent' }
      : { outcome: 'unknown', why: answer.why };
  }
  if (kind === 'run' && !fits(answer.body, action.response))
    return { outcome: 'unknown', why: 'wrong-shape' };
  const reference = action.reference === undefined ? undefined : valueAt(answer.body, action.reference);
  return { outcome: 'done', result: answer.body, ...(typeof reference === 'string' ? { reference } : {}) };
}
