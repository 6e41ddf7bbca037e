// What a business's API has really done, and the idempotency that keeps it from doing it twice: tests count
// effects here, at the business's side.
import type { MiddlewareHandler } from 'hono';

interface EffectEntry {
  /** From 1. */
  seq: number;
  /** ISO time. */
  at: string;
  kind: string;
  customer: string;
  /** What it was done to: a booking's reference, a bag's id, … */
  subject: string;
  /** The Idempotency-Key that came with the request. */
  key?: string;
}

export interface Effects {
  entries(): EffectEntry[];
  add(effect: Omit<EffectEntry, 'seq' | 'at'>): EffectEntry;
  /** Answers a repeated key with the first answer, and the same key on another request with 422. */
  middleware: MiddlewareHandler;
  /** The answer that a key was given, for whoever lost it; undefined when it never came. */
  answerTo(key: string): { status: number; body: unknown } | undefined;
  clear(): void;
}

interface Answered {
  request: string;
  status: number;
  body: string;
}

export function createEffects(now: () => Date): Effects {
  let entries: EffectEntry[] = [];
  /** Kept as promises: a repetition that comes while the first is under way waits for its answer. */
  const answers = new Map<string, Promise<Answered>>();
  const settled = new Map<string, Answered>();

  const middleware: MiddlewareHandler = async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (!key || c.req.method === 'GET') return next();
    const request = `${c.req.method} ${c.req.path} ${c.req.header('x-customer') ?? ''} ${await c.req.text()}`;
    const earlier = answers.get(key);
    if (earlier) {
      const answer = await earlier;
      if (answer.request !== request)
        return c.json(
          { error: 'key_reused', message: 'This Idempotency-Key belongs to another request.' },
          422,
        );
      return new Response(answer.body, {
        status: answer.status,
        headers: { 'content-type': 'application/json', 'idempotency-replayed': 'true' },
      });
    }
    const answer = next().then(async () => ({
      request,
      status: c.res.status,
      body: await c.res.clone().text(),
    }));
    answers.set(key, answer);
    settled.set(key, await answer);
  };

  return {
    entries: () => entries,
    add(effect) {
      const entry = { seq: entries.length + 1, at: now().toISOString(), ...effect };
      entries = [...entries, entry];
      return entry;
    },
    middleware,
    answerTo(key) {
      const answer = settled.get(key);
      return answer && { status: answer.status, body: JSON.parse(answer.body) };
    },
    clear() {
      entries = [];
      answers.clear();
      settled.clear();
    },
  };
}
