// A1: what a request may reach. Addresses of private networks only where the site lists them, looked at once the
// name is resolved and for the very connection that is made; redirects are never followed. In the shape of `fetch`.
import { type LookupAddress, lookup as resolve } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { isAddress, isListed, isPrivateAddress } from '../../shared/private-address.ts';
import type { Fetch } from './call.ts';

/** The name leads into a private network that the site does not list: nothing was sent. */
class PrivateAddress extends Error {
  override name = 'PrivateAddress';
  readonly code = 'PRIVATE_ADDRESS';
}

export type Resolve = (
  host: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const byDns: Resolve = (host, answer) => resolve(host, { all: true }, answer);
/** Connections are kept for the next call; idle ones are let go after 30 s. */
const options = { keepAlive: true, timeout: 30_000, maxFreeSockets: 32 };

/** `resolver`: how names become addresses. */
export function createOutboundFetch(resolver: Resolve = byDns): Fetch {
  // Agents of their own for each list: a connection that one site may have is not another's.
  const agents = new Map<string, { http: http.Agent; https: https.Agent }>();
  const agentsOf = (listed: string[]) => {
    const key = listed.join(' ');
    const found = agents.get(key) ?? { http: new http.Agent(options), https: new https.Agent(options) };
    agents.set(key, found);
    return found;
  };

  return (address, { method = 'GET', headers, body, signal, privateHosts = [] }) =>
    new Promise<Response>((answer, fail) => {
      const url = new URL(address);
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const mayReach = (ip: string) => !isPrivateAddress(ip) || isListed(privateHosts, host, ip);
      const refusal = () => new PrivateAddress(`${host} is in a private network that the site does not list`);
      if (isAddress(host) && !mayReach(host)) return fail(refusal());

      const lookup = (
        name: string,
        { all }: { all?: boolean },
        done: (
          error: NodeJS.ErrnoException | null,
          address: string | LookupAddress[],
          family?: number,
        ) => void,
      ): void =>
        resolver(name, (error, found) => {
          const first = found?.[0];
          if (error || !first) return done(error ?? new PrivateAddress(`${name} has no address`), []);
          // One private address among several is enough: which of them is taken is not ours to say.
          if (!found.every((one) => mayReach(one.address))) return done(refusal(), []);
          return all ? done(null, found) : done(null, first.address, first.family);
        });
      const secure = url.protocol === 'https:';
      const agent = agentsOf(privateHosts)[secure ? 'https' : 'http'];
      const send = secure ? https.request : http.request;
      const request = send(
        url,
        {
          method,
          headers: headers as Record<string, string>,
          agent,
          lookup: lookup as never,
          ...(signal ? { signal } : {}),
        },
        (incoming) => {
          const status = incoming.statusCode ?? 502;
          const empty = status === 204 || status === 304;
          if (empty) incoming.resume();
          answer(
            new Response(empty ? null : (Readable.toWeb(incoming) as ReadableStream), {
              status: Math.max(200, status),
              headers: flat(incoming.headers),
            }),
          );
        },
      );
      request.on('error', fail);
      request.end(typeof body === 'string' ? body : undefined);
    });
}

function flat(headers: http.IncomingHttpHeaders): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [name, String(value)]);
}
