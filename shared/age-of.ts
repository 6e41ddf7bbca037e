// How old something is, for whatever counts only while it is fresh. Pure.

/**
 * Milliseconds from `at` to `now` (epoch ms). What is of a time to come is of a clock that has gone back since, and
 * counts as old as it is ahead.
 */
export function ageOf(at: number, now: number): number {
  return Math.abs(now - at);
}
