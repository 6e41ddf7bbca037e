// Where the business's API is, with the values of environment variables in their places: `${env:NAME}`, or
// `${env:NAME:-default}`. Secrets are named in a site's files, never written there.
import { isListed, isPrivateAddress, isRange } from '../../shared/private-address.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';
import type { RawSite } from './site-schema.ts';
import { type Place, within } from './source-file.ts';

export interface Environment {
  env: Record<string, string | undefined>;
  /** Takes the place of `api.base`. */
  apiBase?: string;
  /** Whether a variable without a value keeps the site from being loaded; else it is a warning. */
  strict: boolean;
}

const reference = /\$\{env:([A-Za-z_]\w*)(?::-([^}]*))?\}/g;

type Fill = (place: Place, text: string) => string;

/** Puts values of the environment into texts. */
export function filler(report: Report, environment: Environment): Fill {
  return (here, text) => {
    const filled = text.replace(reference, (_, name: string, fallback: string | undefined) => {
      const value = environment.env[name] ?? fallback;
      if (value === undefined) {
        const level = environment.strict ? report.error : report.warning;
        level(
          here,
          `the environment variable ${name} is not set`,
          `set ${name}, or give a default: \${env:${name}:-…}`,
        );
      }
      return value ?? '';
    });
    if (/\$\{/.test(filled))
      report.error(here, 'names a value that is not known', `\${env:NAME} or \${env:NAME:-default}`);
    return filled;
  };
}

export function buildApi(
  report: Report,
  place: Place,
  raw: RawSite['api'],
  environment: Environment,
): Site['api'] {
  const fill = filler(report, environment);
  const base = environment.apiBase ?? fill(within(place, 'base'), raw.base);
  if (base !== '') checkUrl(report, within(place, 'base'), base);
  const headers = Object.fromEntries(
    Object.entries(raw.headers).map(([name, text]) => {
      const here = within(place, 'headers', name);
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
        report.error(here, `"${name}" is no name of a header`, undefined, 'key');
      if (secretHeader.test(name) && !/\$\{env:/.test(text)) report.error(here, ...writtenOut);
      return [name.toLowerCase(), fill(here, text)];
    }),
  );
  for (const [index, entry] of raw.privateHosts.entries()) {
    if (entry.includes('/') && !isRange(entry))
      report.error(within(place, 'privateHosts', index), `"${entry}" is no range`, 'such as 10.0.0.0/8');
  }
  // Whoever gives another base by hand, as tests and the demo do, means it.
  const given = environment.apiBase ? hostOf(environment.apiBase) : [];
  const privateHosts = [...raw.privateHosts, ...given];
  for (const host of hostOf(base)) {
    if (!isPrivateAddress(host === 'localhost' ? '127.0.0.1' : host)) continue;
    if (isListed(privateHosts, host, host)) continue;
    report.error(
      within(place, 'base'),
      `${host} is in a private network`,
      `if that is where the business is, list it: privateHosts: ["${host}"]`,
    );
  }
  return {
    base: base.replace(/\/+$/, ''),
    headers,
    hosts: raw.hosts.map((host) => host.toLowerCase()),
    privateHosts,
    ...(raw.signing
      ? { signing: buildSecret(report, within(place, 'signing', 'secret'), raw.signing.secret, fill) }
      : {}),
  };
}

/** A Standard Webhooks secret, by the name of its environment variable. */
export function buildSecret(report: Report, place: Place, text: string, fill: Fill): { secret: string } {
  if (!/^\$\{env:/.test(text)) report.error(place, ...writtenOut);
  const secret = fill(place, text);
  if (secret !== '' && !/^(?:whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)) {
    report.error(
      place,
      'is no Standard Webhooks secret',
      'base64 of at least 24 random bytes, whsec_ before it: openssl rand -base64 32',
    );
  }
  return { secret };
}

/** Headers whose value opens doors. */
const secretHeader = /^(?:proxy-)?authorization$|^cookie$|api-?key|token|secret/i;
const writtenOut: [string, string] = [
  'a secret stands in the file',
  `name the environment variable that has it: \${env:NAME}`,
];

function hostOf(url: string): string[] {
  return URL.canParse(url) ? [new URL(url).hostname.replace(/^\[|\]$/g, '')] : [];
}

/** Reports what is not an http(s) URL. */
export function checkUrl(report: Report, place: Place, url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return;
  report.error(place, `"${url}" is no http(s) address`, 'such as https://api.example.com');
}
