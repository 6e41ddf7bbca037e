// The headers that every answer carries, and the policy of each document: scripts and styles from here alone,
// no plug-ins, framed by nobody but the site's own pages.
import type { MiddlewareHandler } from 'hono';

/** Set before the route runs, so that a route can say otherwise. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    context.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (context.req.path.startsWith('/api/')) context.header('Cache-Control', 'no-store');
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-cache');
  };
}

export interface DocumentPolicy {
  /** Where this server is reached. */
  self: string;
  /** Origins that may frame it; none: nobody. */
  ancestors: string[];
  /** Vite's own scripts and styles are allowed in. */
  dev: boolean;
  /** It starts the one worker of widget/ui/warm-intl.ts. */
  startsWorker: boolean;
}

/** The Content-Security-Policy of a document. */
export function documentPolicy({ self, ancestors, dev, startsWorker }: DocumentPolicy): string {
  const sockets = self.replace(/^http/, 'ws');
  const directives = [
    "default-src 'none'",
    dev ? "script-src 'self' 'unsafe-inline'" : "script-src 'self'",
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    `connect-src 'self' ${sockets}${dev ? ' ws://127.0.0.1:*' : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' data: blob:",
    "manifest-src 'self'",
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ];
  if (startsWorker) directives.push("worker-src 'self'");
  const makers = startsWorker ? 'handrail-intl' : "'none'";
  if (!dev) directives.push("require-trusted-types-for 'script'", `trusted-types ${makers}`);
  return directives.join('; ');
}
