// How long to wait before the next attempt to connect: soon at first, then ever longer, and never all at once.

const firstMs = 500;
/** A server that restarts and the end of a tunnel are found within seconds; what stays away is asked less and less. */
const ceilingMs = 2_000;
/** Attempts, about three minutes. */
const patientAfter = 90;
const patientCeilingMs = 30_000;

/**
 * ms before attempt `attempt` (from 0), doubling up to a ceiling, spread by half to either side so that the pages of a
 * whole shop do not return in one instant (exponential back-off with jitter: Brooker, "Exponential Backoff And
 * Jitter", 2015). `random` is 0..1. A server that named a time is never asked before it.
 */
export function reconnectPause(attempt: number, random: number, retryAfterMs = 0): number {
  const ceiling = attempt < patientAfter ? ceilingMs : patientCeilingMs;
  const doublings = attempt < patientAfter ? attempt : attempt - patientAfter + 3;
  const own = Math.min(ceiling, firstMs * 2 ** Math.min(doublings, 10)) * (0.5 + random);
  return Math.max(own, retryAfterMs * (1 + random / 4));
}
