// The database of a server, for commands that look into it or change it while the server may be running.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, parseConfig } from '../config.ts';
import { databaseUrl } from '../database-url.ts';
import { openDatabase } from '../open-database.ts';
import { openSqliteStore } from '../store/open-sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './command.ts';

/** A command may read a long conversation at once: it is given more time than a server's call, ms. */
const deadline = 60_000;

/**
 * Opens DATABASE_URL's database, or DATA_DIR's; `folder`'s instead if given. Without `make` one must be there: a
 * command that only looks should not leave an empty database behind.
 */
export async function openDataStore(
  folder: string | undefined,
  env: Record<string, string | undefined>,
  { make }: { make?: (path: string, options: { recursive: true }) => Promise<unknown> } = {},
): Promise<Store> {
  const url = folder === undefined ? databaseUrlOf(env) : undefined;
  if (url !== undefined) return openDatabase({ url, deadline, max: 2 });
  const dataDir = folder ?? parseConfig(env).dataDir;
  const file = join(dataDir, 'handrail.db');
  if (make) await make(dataDir, { recursive: true });
  else if (!existsSync(file))
    throw new UsageError(`There is no database in ${dataDir}; name its folder with --data`);
  return openSqliteStore({ file });
}

/** Undefined when it is not set. */
export function databaseUrlOf({ DATABASE_URL }: Record<string, string | undefined>): string | undefined {
  if (!DATABASE_URL) return undefined;
  const parsed = databaseUrl.safeParse(DATABASE_URL);
  if (parsed.success) return parsed.data;
  throw new ConfigError(`DATABASE_URL ${parsed.error.issues[0]!.message}.`);
}
