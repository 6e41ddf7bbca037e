// Whose pages may talk to this server. `cors` does not guard WebSockets, so every handshake is judged here by
// its Origin, on both transports.
import type { IncomingMessage } from 'node:http';

export interface Where {
  publicUrl?: string;
  trustProxy: boolean;
}

type Headers = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim();

/** The origin under which this request reached the server: `https://chat.example.com`. */
export function ownOrigin(headers: Headers, where: Where, encrypted = false): string {
  if (where.publicUrl) return new URL(where.publicUrl).origin;
  const forwarded = where.trustProxy ? first(headers['x-forwarded-host']) : undefined;
  const protocol =
    (where.trustProxy && first(headers['x-forwarded-proto'])) || (encrypted ? 'https' : 'http');
  return `${protocol}://${forwarded ?? first(headers.host) ?? 'localhost'}`;
}

/** The address to count by; behind a trusted proxy the one that it names last. */
export function addressOf(request: IncomingMessage, where: Where): string {
  const forwarded = request.headers['x-forwarded-for'];
  const named = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
  const last = where.trustProxy ? named?.split(',').at(-1)?.trim() : undefined;
  return last || request.socket.remoteAddress || 'unknown';
}

/** A site's own origins, with `self` as where this server is reached. */
export function originsOf(site: { origins: string[] }, self: string): string[] {
  return site.origins.map((origin) => (origin === 'self' ? self : origin));
}

/**
 * Whether a page of `origin` may connect: one of this server's own (the panel), or of the site's. No Origin at
 * all is no browser, which has no one's cookies or rights to abuse.
 */
export function mayConnect(
  origin: string | undefined,
  self: string,
  sites: { origins: string[] }[],
): boolean {
  if (origin === undefined) return true;
  return origin === self || sites.some((site) => originsOf(site, self).includes(origin));
}
