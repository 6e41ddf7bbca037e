// What every demo business's API has around its own routes: a token, idempotency, faults, the log of effects, and a reset.
import { Hono, type MiddlewareHandler } from 'hono';
import { createEffects, type Effects } from './effects.ts';
import { createFaults } from './faults.ts';

export interface BusinessOptions {
  /** Bearer token that every call of the business's own routes must carry. */
  token: string;
  now: () => Date;
  reset: () => void;
}

/** A refusal as the API answers it. */
export interface Refusal {
  status: 400 | 403 | 404 | 409 | 422;
  error: string;
  message: string;
}

/**
 * `routes(effects)` makes the business's own routes. `/reset`, `/effects` and `/faults` need no token: they are
 * the demo's own switches, on loopback only.
 */
export function businessApi(options: BusinessOptions, routes: (effects: Effects) => Hono): Hono {
  const effects = createEffects(options.now);
  const faults = createFaults();
  const app = new Hono();
  app.post('/reset', (c) => {
    options.reset();
    effects.clear();
    faults.clear();
    return c.json({ ok: true });
  });
  app.get('/effects', (c) => c.json({ effects: effects.entries() }));
  app.route('/faults', faults.routes);
  app.use('*', bearer(options.token), faults.middleware, effects.middleware);
  app.get('/answers/:key', (c) => {
    const answer = effects.answerTo(c.req.param('key'));
    return answer ? c.json(answer) : c.json({ error: 'not_found', message: 'No such key came here.' }, 404);
  });
  app.route('/', routes(effects));
  app.notFound((c) => c.json({ error: 'not_found', message: 'There is nothing here.' }, 404));
  app.onError((error, c) => {
    console.error(error);
    return c.json({ error: 'internal', message: 'Something went wrong on our side.' }, 500);
  });
  return app;
}

function bearer(token: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header('authorization') === `Bearer ${token}`) return next();
    return c.json({ error: 'unauthorized', message: 'A valid bearer token is needed.' }, 401);
  };
}
