// A site's folder ready to be served, or a SiteError that lists every problem.
import type { Environment } from './build-api.ts';
import { checkSite } from './check-site.ts';
import type { Site } from './site.ts';
import { SiteError } from './site-error.ts';

export type LoadOptions = Partial<Pick<Environment, 'env' | 'apiBase'>>;

/** `apiBase` takes the place of the site's `api.base`; `env` (default process.env) fills `${env:NAME}`. */
export async function loadSite(folder: string, options: LoadOptions = {}): Promise<Site> {
  const { site, problems } = await checkSite(folder, { ...options, strict: true });
  if (!site)
    throw new SiteError(
      folder,
      problems.filter(({ level }) => level === 'error'),
    );
  return site;
}
