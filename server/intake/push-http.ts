// POST /api/sites/:site/facts: what a business says of its customers of its own accord.
import { bodyLimit } from 'hono/body-limit';
import { failure } from '../../shared/errors.ts';
import type { HttpApp } from './http-app.ts';

export interface PushPorts {
  /** What came of it; the signature is looked at there. */
  receive(
    site: string,
    body: string,
    headers: Record<string, string>,
  ): Promise<
    { ok: true; stored: boolean } | { ok: false; code: 'unauthorized' | 'bad_request' | 'not_found' }
  >;
}

const statuses = { unauthorized: 401, bad_request: 400, not_found: 404 } as const;
const mostBytes = 256 * 1024;

export function servePush(app: HttpApp, { receive }: PushPorts): void {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (context) => context.json(failure('too_long'), 413),
  });
  app.post('/api/sites/:site/facts', limit, async (context) => {
    const headers = Object.fromEntries(context.req.raw.headers);
    const received = await receive(context.req.param('site'), await context.req.text(), headers);
    if (received.ok) return context.json(received);
    return context.json(failure(received.code), statuses[received.code]);
  });
}
