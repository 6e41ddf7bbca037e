// What the demo businesses' routes answer with, and what they read of a request.
import type { Context } from 'hono';
import type { Done } from './done.ts';
import type { Effects } from './effects.ts';

export type Answer = <T extends object>(
  c: Context,
  kind: string,
  subject: string,
  result: Done<T>,
) => Response;

/** What was done, noted among the effects as one of this `kind` to this `subject`; or the refusal with its status. */
export function answersOf(effects: Effects): Answer {
  return (c, kind, subject, result) => {
    if (!result.ok)
      return c.json({ error: result.refusal.error, message: result.refusal.message }, result.refusal.status);
    const key = c.req.header('idempotency-key');
    effects.add({ kind, customer: c.req.header('x-customer') ?? '', subject, ...(key ? { key } : {}) });
    return c.json(result.done);
  };
}

export function missing(c: Context, what: string): Response {
  return c.json({ error: 'not_found', message: `There is no such ${what}.` }, 404);
}

/** The body of the request; undefined for what is no JSON: the schema then refuses it. */
export function bodyOf(c: Context): Promise<unknown> {
  return c.req.json().catch(() => undefined);
}
