// Thrown by a bench that was called in a wrong way; the runner prints its message and exits with 2.

export class UsageError extends Error {
  override name = 'UsageError';
}
