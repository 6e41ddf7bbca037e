// How long to wait before the next attempt to connect: soon at first, then ever longer, and never all at once.

const firstMs = 500;
/** A server that restarts is there again within seconds, and is found within a second and a half. */
const ceilingMs = 1_000;
/** Attempts, about half a minute: then it is a tunnel, or worse, and is asked less and less. */
const longerAfter = 30;
const longerCeilingMs = 2_000;
/** Attempts, about three minutes. */
const patientAfter = 105;
const patientCeilingMs = 30_000;

/**
 * ms before attempt `attempt` (from 0), doubling up to a ceiling, spread by half to either side so that the pages of a
 * whole shop do not return in one instant (exponential back-off with jitter: Brooker, "Exponential Backoff And
 * Jitter", 2015). `random` is 0..1. A server that named a time is never asked before it.
 */
export function reconnectPause(attempt: number, random: number, retryAfterMs = 0): number {
  const ceiling =
    attempt < longerAfter ? ceilingMs : attempt < patientAfter ? longerCeilingMs : patientCeilingMs;
  const doublings = attempt < patientAfter ? attempt : attempt - patientAfter + 3;
  const own = Math.min(ceiling, firstMs * 2 ** Math.min(doublings, 10)) * (0.5 + random);
  return Math.max(own, retryAfterMs * (1 + random / 4));
}
