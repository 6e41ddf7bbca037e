// What Postgres and the way to it throw, as the outside knows it: what passes by itself apart from what is wrong.
import { StoreUnavailable } from './store-unavailable.ts';

/**
 * SQLSTATE classes and codes that pass by themselves: connection lost, resources short (a full disk, too many
 * connections), a server that stops or starts or only reads, a statement or a lock that took too long, a
 * transaction that collided or was left idle, an I/O error.
 */
const passing = /^(?:08|53|57014|57P0[1-5]|55P03|55006|25006|25P03|40001|40P01|58030)/;

/** Of the system: nobody listens, the line is cut, the name cannot be looked up now. */
const passingOfSystem = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** pg says these without a code. */
const passingWords =
  /Connection terminated|connection error|Client was closed|timeout exceeded when trying to connect|timeout expired/;

/** StoreUnavailable for what passes, anything else as it is. */
export function postgresError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error;
  const code = 'code' in error ? String(error.code) : '';
  const passes =
    code === '' ? passingWords.test(error.message) : passing.test(code) || passingOfSystem.has(code);
  return passes ? new StoreUnavailable(error.message || code, { cause: error }) : error;
}

/** Another transaction was faster or in the way: the same work, begun anew, sees what that one did. */
export function wasOvertaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['23505', '40001', '40P01'].includes(String(error.code))
  );
}
