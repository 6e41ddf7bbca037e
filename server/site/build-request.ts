// A request template of a fact or an action: every slot leads to a value, the address is http(s).
import type { RawRequest } from './actions-schema.ts';
import { checkUrl } from './build-api.ts';
import type { Building } from './build-words.ts';
import type { HttpRequest } from './site.ts';
import { type Place, within } from './source-file.ts';
import { templateFaults } from './template-faults.ts';
import type { Variables } from './variables.ts';

export function buildRequest(
  building: Building,
  place: Place,
  raw: RawRequest,
  variables: Variables,
): HttpRequest {
  const { report } = building;
  const url = within(place, 'url');
  if (!/^(?:\{api\}\/|https?:\/\/)/i.test(raw.url)) {
    report.error(
      url,
      `"${raw.url}" starts with neither {api}/ nor http(s)://`,
      `such as {api}${raw.url.startsWith('/') ? '' : '/'}${raw.url}`,
    );
  } else if (!raw.url.startsWith('{api}/')) checkUrl(report, url, raw.url.replace(/\{[^{}]*\}/g, 'x'));
  if (raw.url.indexOf('{api}', 1) > 0)
    report.error(url, '{api} can only stand at the beginning', 'remove it');
  checkDestination(building, url, raw.url);
  // A name in the host would let a value choose where the request goes.
  if (/^https?:\/\/[^/]*\{/i.test(raw.url))
    report.error(url, 'a value cannot be part of the host', 'write the host out');

  checkTemplate(building, url, raw.url, variables);
  for (const [name, value] of Object.entries(raw.headers))
    checkTemplate(building, within(place, 'headers', name), value, variables);
  if (raw.body !== undefined) {
    if (raw.method === 'GET')
      report.error(within(place, 'body'), 'a GET request has no body', 'put the values into the url');
    checkValue(building, within(place, 'body'), raw.body, variables);
  }
  return {
    method: raw.method,
    url: raw.url,
    headers: raw.headers,
    ...(raw.body === undefined ? {} : { body: raw.body }),
  };
}

/** A1: where a request may go is said once for the whole site, not in passing. */
function checkDestination({ report, hosts }: Building, place: Place, url: string): void {
  const host = /^https?:\/\/([^/?#{]+)/i.exec(url)?.[1]?.toLowerCase();
  if (host === undefined || hosts === undefined || hosts.includes(host)) return;
  report.error(place, `requests may not go to ${host}`, `add it to api.hosts in site.yaml, or write {api}/…`);
}

export function checkTemplate(
  { report }: Building,
  place: Place,
  template: string,
  variables: Variables,
): void {
  for (const { message, suggestion } of templateFaults(template, variables)) {
    report.error(place, `this template ${message}`, suggestion);
  }
}

function checkValue(building: Building, place: Place, value: unknown, variables: Variables): void {
  if (typeof value === 'string') checkTemplate(building, place, value, variables);
  else if (Array.isArray(value))
    value.forEach((item, index) => {
      checkValue(building, within(place, index), item, variables);
    });
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      checkValue(building, within(place, key), inner, variables);
  }
}
