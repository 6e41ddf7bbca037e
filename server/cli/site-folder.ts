// A site as one names it on the command line: its folder, or its id among SITES_DIR.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function siteFolder(named: string, env: Record<string, string | undefined>): string {
  if (existsSync(join(named, 'site.yaml'))) return named;
  const among = join(env.SITES_DIR || 'demo/sites', named);
  return existsSync(join(among, 'site.yaml')) ? among : named;
}
