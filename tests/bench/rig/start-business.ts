// The airline's API for a bench's customers: each of them is answered as the demo's first customer is.

import { Hono } from 'hono';
import { createAirlineApi } from '../../../demo/airline-api/airline-api.ts';
import { type RunningApi, serveApi } from '../../../demo/business/serve-api.ts';

export function startBusiness(): Promise<RunningApi> {
  const airline = createAirlineApi({});
  const app = new Hono();
  app.all('*', (context) => {
    const url = new URL(context.req.url);
    url.pathname = url.pathname.replace(/^\/customers\/[^/]+/, '/customers/cust-one');
    return airline.fetch(new Request(url, context.req.raw));
  });
  return serveApi(app, 0);
}
