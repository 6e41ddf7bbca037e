// Faults that can be switched on for each endpoint of a business's API, so that the chat's safeguards can be
// seen at work: POST /faults, GET /faults, DELETE /faults.
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';

const faultSchema = z.strictObject({
  // A method (or `*`) and a path whose segments may be `*`, such as `DELETE /bags/*`; `*` alone: every endpoint.
  endpoint: z.string().min(1),
  // `stale`: what was answered before it was switched on; `out-of-stock`: nothing is left of anything.
  kind: z.enum(['latency', 'error', 'hang', 'reset', 'html', 'wrong-shape', 'stale', 'out-of-stock']),
  /** For latency, ms. */
  ms: z.number().min(0).max(120_000).default(3000),
  /** For error. */
  status: z.number().int().min(400).max(599).default(500),
  /** The work is done before the answer goes wrong: an unknown outcome for whoever asked. */
  after: z.boolean().default(false),
  /** How many requests it concerns; absent: until it is taken away. */
  times: z.number().int().positive().optional(),
});
type Fault = z.infer<typeof faultSchema>;

export interface Faults {
  routes: Hono;
  middleware: MiddlewareHandler;
  clear(): void;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  let released = new AbortController();
  /** The last good answers of what only reads, by address. */
  const before = new Map<string, string>();
  const clear = () => {
    faults = [];
    released.abort();
    released = new AbortController();
  };

  /** The first that fits, counted down. */
  const take = (method: string, path: string): Fault | undefined => {
    const fault = faults.find(({ endpoint }) => fits(endpoint, method, path));
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((other) => other !== fault);
    }
    return fault;
  };

  const middleware: MiddlewareHandler = async (c, next) => {
    const fault = take(c.req.method, c.req.path);
    if (!fault || fault.kind === 'stale') {
      const known = fault && before.get(c.req.path);
      if (known !== undefined && c.req.method === 'GET') return c.body(known, 200, json);
      await next();
      if (c.req.method === 'GET' && c.res.ok) {
        if (before.size > mostKept) before.clear();
        before.set(c.req.path, await c.res.clone().text());
      }
      return;
    }
    if (fault.kind === 'out-of-stock') return outOfStock(c, next);
    const signals = [released.signal, c.req.raw.signal];
    if (fault.after) await next();
    if (fault.kind === 'latency') {
      await pause(fault.ms, signals);
      return fault.after ? undefined : next();
    }
    if (fault.kind === 'hang') await pause(undefined, signals);
    c.res = undefined;
    c.res = broken(c, fault);
  };

  const routes = new Hono()
    .get('/', (c) => c.json({ faults }))
    .post('/', async (c) => {
      const parsed = faultSchema.safeParse(await c.req.json().catch(() => undefined));
      if (!parsed.success)
        return c.json({ error: 'bad_request', message: z.prettifyError(parsed.error) }, 400);
      faults = [...faults.filter(({ endpoint }) => endpoint !== parsed.data.endpoint), parsed.data];
      return c.json({ faults });
    })
    .delete('/', (c) => {
      const endpoint = c.req.query('endpoint');
      if (endpoint === undefined) clear();
      else faults = faults.filter((fault) => fault.endpoint !== endpoint);
      return c.json({ faults });
    });
  return { routes, middleware, clear };
}

const mostKept = 500;
const json = { 'content-type': 'application/json' };

/** What reads shows empty shelves; what would take something is refused. */
async function outOfStock(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  if (c.req.method !== 'GET') return c.json({ error: 'sold_out', message: 'That is sold out.' }, 409);
  await next();
  const text = await c.res.text();
  const emptied = text.replace(/"stock":\d+/g, '"stock":0');
  c.res = undefined;
  c.res = c.body(emptied, 200, json);
  return undefined;
}

function broken(c: Context, fault: Fault): Response {
  switch (fault.kind) {
    case 'html':
      return c.html('<!doctype html><title>Maintenance</title><h1>We will be right back</h1>');
    case 'wrong-shape':
      return c.json({ ok: 'perhaps', data: null });
    case 'reset':
      // A body that breaks off: the nearest that a server can come to a connection reset from within a handler.
      return new Response(
        new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }),
      );
    default:
      return c.json(
        { error: 'fault', message: 'This fault was switched on.' },
        (fault.kind === 'error' ? fault.status : 503) as 500,
      );
  }
}

function fits(endpoint: string, method: string, path: string): boolean {
  if (endpoint === '*') return true;
  const [wanted, pattern] = endpoint.split(' ');
  if (pattern === undefined || (wanted !== '*' && wanted !== method)) return false;
  const expected = pattern.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((segment, at) => segment === '*' || segment === actual[at])
  );
}

/** Ends after `ms` (absent: never by itself) or when one of the signals fires. */
function pause(ms: number | undefined, signals: AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
    for (const signal of signals) {
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    }
  });
}
