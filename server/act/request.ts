// A site's request template made into the one request that is sent: every value in its place, percent-encoded,
// and nothing sent at all while one is missing.
import { fillTemplate } from '../../shared/fill-template.ts';
import type { HttpRequest, Site } from '../site/site.ts';

export interface PreparedRequest {
  method: HttpRequest['method'];
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** Throws RangeError when a value is missing or would change where the request goes. */
export function prepareRequest(
  site: Site,
  request: HttpRequest,
  values: Record<string, unknown>,
): PreparedRequest {
  const path = request.url.replace(/^\{api\}/, '');
  const filled = String(fillTemplate(path, values, inPath));
  const url =
    path === request.url && /^https?:/.test(filled) ? filled : site.api.base.replace(/\/$/, '') + filled;
  const headers: Record<string, string> = { accept: 'application/json', ...site.api.headers };
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = String(fillTemplate(value, values));
  if (request.body === undefined) return { method: request.method, url, headers };
  return {
    method: request.method,
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(fillValue(request.body, values)),
  };
}

/** A value in its place in an address: `.` and `..` would lead elsewhere, however they are encoded. */
function inPath(value: string): string {
  if (value === '.' || value === '..') throw new RangeError(`“${value}” cannot stand in an address`);
  return encodeURIComponent(value);
}

function fillValue(value: unknown, values: Record<string, unknown>): unknown {
  if (typeof value === 'string') return fillTemplate(value, values);
  if (Array.isArray(value)) return value.map((inner) => fillValue(inner, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillValue(inner, values)]));
}
