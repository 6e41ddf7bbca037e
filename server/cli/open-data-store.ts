// The database of a server, for commands that look into it or change it while the server may be running.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../config.ts';
import { openSqliteStore } from '../store/open-sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './command.ts';

/**
 * Opens DATA_DIR's database, `folder` instead if given. Without `make` one must be there: a command that only
 * looks should not leave an empty database behind.
 */
export async function openDataStore(
  folder: string | undefined,
  env: Record<string, string | undefined>,
  { make }: { make?: (path: string, options: { recursive: true }) => Promise<unknown> } = {},
): Promise<Store> {
  const dataDir = folder ?? parseConfig(env).dataDir;
  const file = join(dataDir, 'handrail.db');
  if (make) await make(dataDir, { recursive: true });
  else if (!existsSync(file))
    throw new UsageError(`There is no database in ${dataDir}; name its folder with --data`);
  return openSqliteStore({ file });
}
