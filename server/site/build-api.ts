// Where the business's API is, with the values of environment variables in their places: `${env:NAME}`, or
// `${env:NAME:-default}`. Secrets are named in a site's files, never written there.
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

export function buildApi(
  report: Report,
  place: Place,
  raw: RawSite['api'],
  environment: Environment,
): Site['api'] {
  const fill = (here: Place, text: string): string => {
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
  const base = environment.apiBase ?? fill(within(place, 'base'), raw.base);
  if (base !== '') checkUrl(report, within(place, 'base'), base);
  const headers = Object.fromEntries(
    Object.entries(raw.headers).map(([name, text]) => {
      const here = within(place, 'headers', name);
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
        report.error(here, `"${name}" is no name of a header`, undefined, 'key');
      return [name.toLowerCase(), fill(here, text)];
    }),
  );
  return { base: base.replace(/\/+$/, ''), headers };
}

/** Reports what is not an http(s) URL. */
export function checkUrl(report: Report, place: Place, url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return;
  report.error(place, `"${url}" is no http(s) address`, 'such as https://api.example.com');
}
