// A4: what is known of a customer, with its age: pushed by the business, asked of it before, or asked now. The
// newest that is young enough is used; its age goes into the log with every decision.
import { ageOf } from '../../shared/age-of.ts';
import { valueAt } from '../../shared/fill-template.ts';
import type { FactRecord, Known } from '../decide/situation.ts';
import type { FactSource, Site } from '../site/site.ts';
import type { Customer, LookOptions } from './act.ts';
import type { Business } from './business.ts';
import { fits } from './shape.ts';

/** What the business said of its own accord. */
export interface PushedFact {
  fact: string;
  /** When it was true at the business, epoch ms. */
  at: number;
  items: Record<string, unknown>[];
}

interface Seen {
  values: Record<string, unknown>[];
  at: number;
  pushed?: true;
}

export interface Facts {
  look(site: Site, customer: Customer | undefined, options: LookOptions): Promise<Record<string, Known>>;
  forget(site: Site, customer: Customer): void;
}

/** Customers whose facts are kept in memory. */
const most = 10_000;

export function createFacts(
  business: Business,
  now: () => number,
  pushed: (site: string, customer: string) => Promise<PushedFact[]>,
): Facts {
  const seen = new Map<string, Seen>();
  /** Since when (epoch ms) what was pushed counts: what was done here may have changed it. */
  const since = new Map<string, number>();
  const keyOf = (site: Site, customer: Customer, fact = '') => `${site.id}\n${customer.id}\n${fact}`;

  async function ask(
    site: Site,
    customer: Customer,
    source: FactSource,
    options: LookOptions,
  ): Promise<Known> {
    // Its age counts from before it was asked for: it was true at some time since.
    const at = now();
    const answer = await business.ask({
      site,
      fits: (body) => itemsOf(source, body) !== undefined,
      endpoint: source.id,
      request: source.request,
      values: { customer },
      timeout: source.timeout,
      retries: source.retries,
      about: { conversation: options.conversation },
    });
    if (!answer.ok) {
      const { why } = answer;
      if (why === 'open' || why === 'busy') return { ok: false, why: 'open' };
      return { ok: false, why: why === 'timeout' ? 'timeout' : 'failed' };
    }
    const fresh = { values: itemsOf(source, answer.body) ?? [], at };
    if (seen.size > most) seen.clear();
    seen.set(keyOf(site, customer, source.id), fresh);
    // An answer that took longer than it may be old is of no use to a promise.
    const bound = options.maxAge ?? Number.POSITIVE_INFINITY;
    return ageOf(at, now()) > bound ? { ok: false, why: 'timeout' } : toKnown(source, fresh, options.label);
  }

  async function lookOne(
    site: Site,
    customer: Customer,
    source: FactSource,
    options: LookOptions,
    told: PushedFact[],
  ): Promise<Known> {
    const asked = seen.get(keyOf(site, customer, source.id));
    const push = told.find(({ fact }) => fact === source.id);
    const counts = push && push.at > (since.get(keyOf(site, customer)) ?? 0);
    const newer: Seen | undefined =
      push && counts && push.at > (asked?.at ?? 0)
        ? { values: push.items, at: push.at, pushed: true }
        : asked;
    const bound = Math.min(options.maxAge ?? source.maxStaleness, source.maxStaleness);
    if (newer && ageOf(newer.at, now()) <= bound) return toKnown(source, newer, options.label);
    return ask(site, customer, source, options);
  }

  return {
    async look(site, customer, options) {
      const sources = site.facts.filter(({ id }) => options.facts.includes(id));
      const nobody = { ok: false, why: 'anonymous' } as const;
      if (!customer) return Object.fromEntries(sources.map(({ id }) => [id, nobody]));
      const told = sources.some(({ push }) => push) ? await pushed(site.id, customer.id) : [];
      const found = await Promise.all(
        sources.map((source) => lookOne(site, customer, source, options, source.push ? told : [])),
      );
      return Object.fromEntries(sources.map((source, index) => [source.id, found[index]!]));
    },
    forget(site, customer) {
      for (const source of site.facts) seen.delete(keyOf(site, customer, source.id));
      if (!site.facts.some(({ push }) => push)) return;
      if (since.size > most) since.clear();
      since.set(keyOf(site, customer), now());
    },
  };
}

/** The records of an answer; undefined when it is of another shape than the site states. */
function itemsOf(source: FactSource, body: unknown): Record<string, unknown>[] | undefined {
  const items = valueAt(body, source.items);
  return Array.isArray(items) && items.every((item) => fits(item, source.schema)) ? items : undefined;
}

function toKnown(source: FactSource, { values, at, pushed }: Seen, label: LookOptions['label']): Known {
  const records = values.map(
    (value): FactRecord => ({
      fact: source.id,
      id: String(value[source.key]),
      label: label(source, value),
      value,
    }),
  );
  return { ok: true, records, at, ...(pushed ? { pushed } : {}) };
}
