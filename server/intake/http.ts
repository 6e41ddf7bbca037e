// Everything that is asked for by HTTP, in one place: documents and files, the agents' sign-in, health.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { failure } from '../../shared/errors.ts';
import { type AgentHttpPorts, serveAgents } from './agent-http.ts';
import { type DocumentPorts, serveDocuments } from './document.ts';
import { serveFiles } from './file-http.ts';
import type { Files } from './files.ts';
import { type Readiness, serveHealth } from './health.ts';
import type { HttpApp } from './http-app.ts';
import type { Metrics } from './metrics.ts';
import { type PushPorts, servePush } from './push-http.ts';
import { securityHeaders } from './security-headers.ts';
import { serveAssets } from './serve-assets.ts';

export interface HttpPorts extends AgentHttpPorts, DocumentPorts, PushPorts {
  files: Files;
  readiness: Readiness;
  metrics: Metrics;
  /** Hears of a route that threw; never of a body. */
  failed(path: string, error: unknown): void;
  /** Mounts further routes ahead of the last word; the demo's pages come in by it. */
  mount?: ((app: HttpApp) => void) | undefined;
}

export function createHttp(ports: HttpPorts): HttpApp {
  const app: HttpApp = new Hono();
  app.use(async (context, next) => {
    await next();
    ports.metrics.requests.inc({ method: context.req.method, status: String(context.res.status) });
  });
  app.use(securityHeaders());
  app.notFound((context) => context.json(failure('not_found'), 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.json(failure('bad_request'), error.status);
    ports.failed(context.req.path, error);
    return context.json(failure('internal'), 500);
  });
  serveHealth(app, ports.readiness, ports.metrics);
  // Before the agents' routes: what is signed is let in by its signature, and may be longer; so may files.
  servePush(app, ports);
  serveFiles(app, ports.files);
  serveAgents(app, ports);
  serveDocuments(app, ports);
  serveAssets(app, ports.assets);
  ports.mount?.(app);
  app.get('/', (context) => context.redirect('/console'));
  return app;
}
