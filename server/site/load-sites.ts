// All sites of SITES_DIR: each folder in it that has a site.yaml.
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoadOptions, loadSite } from './load-site.ts';
import type { Site } from './site.ts';

/**
 * By id, in order. `options` gives each site's own (`apiBase` differs). Throws SiteError for the first that
 * cannot be loaded, and Error when there is none at all.
 */
export async function loadSites(
  folder: string,
  options: (id: string) => LoadOptions = () => ({}),
): Promise<Map<string, Site>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sites = new Map<string, Site>();
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!(await exists(join(folder, name, 'site.yaml')))) continue;
    sites.set(name, await loadSite(join(folder, name), options(name)));
  }
  if (sites.size === 0)
    throw new Error(`There is no site in ${folder}: a site is a folder with a site.yaml.`);
  return sites;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
