// What SQLite throws, as the outside knows it: what passes by itself apart from what is wrong.
import { StoreUnavailable } from './store-unavailable.ts';

/** Primary result codes that pass by themselves: BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN, PROTOCOL. */
const passing = new Set([5, 6, 7, 8, 10, 13, 14, 15]);

/** StoreUnavailable for what passes, anything else as it is. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof Error) || !('sqliteCode' in error)) return error;
  const code = Number(error.sqliteCode) & 0xff;
  return passing.has(code) ? new StoreUnavailable(error.message, { cause: error }) : error;
}
