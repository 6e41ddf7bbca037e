// GET /healthz (the process answers), /readyz (it can do its work), /metrics (Prometheus text).
import type { HttpApp } from './http-app.ts';
import type { Metrics } from './metrics.ts';

export interface Readiness {
  /** Each part by name: resolves when it is ready, rejects when it is not. */
  parts: Record<string, () => Promise<void>>;
  /** What it does its work better with: whether each is there is told, and takes no node out of service. */
  aids: Record<string, () => boolean>;
  /** Sentences for whoever runs it: what is wrong around it, and what to do. */
  notes(): string[];
  /** True from the moment at which the server began to stop. */
  stopping(): boolean;
}

export function serveHealth(app: HttpApp, readiness: Readiness, metrics: Metrics): void {
  app.get('/healthz', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json({ ok: true });
  });

  app.get('/readyz', async (context) => {
    const names = Object.keys(readiness.parts);
    const settled = await Promise.allSettled(names.map((name) => readiness.parts[name]!()));
    const parts = Object.fromEntries(names.map((name, i) => [name, settled[i]!.status === 'fulfilled']));
    const aids = Object.entries(readiness.aids).map(([name, there]) => [name, there()]);
    const ok = !readiness.stopping() && Object.values(parts).every((ready) => ready);
    context.header('Cache-Control', 'no-store');
    return context.json(
      {
        ok,
        parts: { ...parts, ...Object.fromEntries(aids) },
        stopping: readiness.stopping(),
        notes: readiness.notes(),
      },
      ok ? 200 : 503,
    );
  });

  app.get('/metrics', async (context) => {
    context.header('Cache-Control', 'no-store');
    return context.body(await metrics.registry.metrics(), 200, {
      'Content-Type': metrics.registry.contentType,
    });
  });
}
