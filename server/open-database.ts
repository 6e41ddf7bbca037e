// Opens the Postgres that DATABASE_URL names, and says what is wrong with it in words that its owner can act upon.
// Loaded only where it is needed: a start on the embedded file does without the driver.
import { ConfigError } from './config.ts';
import type { PostgresOptions } from './store/postgres-pool.ts';
import type { Store } from './store/store.ts';
import { StoreUnavailable } from './store/store-unavailable.ts';

/** SQLSTATEs that name a wrong setting: no such role, password or database, nothing allowed there. */
const settings = /^(?:28|3D|42501)/;

/** Throws ConfigError when it does not answer or lets nobody in; its schema is brought up to date first. */
export async function openDatabase(options: PostgresOptions): Promise<Store> {
  const { openPostgresStore } = await import('./store/open-postgres-store.ts');
  return orConfigError(options.url, () => openPostgresStore(options));
}

/** Runs what connects to `url`; of its errors, those that the setting's owner can mend become ConfigError. */
export async function orConfigError<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      throw new ConfigError(`The database at ${placeOf(url)} does not answer: ${error.message}.`, {
        cause: error,
      });
    }
    if (error instanceof Error && 'code' in error && settings.test(String(error.code))) {
      throw new ConfigError(`The database at ${placeOf(url)} refuses: ${error.message}.`, { cause: error });
    }
    throw error;
  }
}

/** Without the password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
