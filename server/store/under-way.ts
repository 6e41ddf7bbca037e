// What an erasure waits for: a call to the business whose outcome is to be found out, or what is set aside there and
// to be given free. Only the log knows what was called, for whom and with what; erased, it would be left to itself.

/** The timers behind them. */
export const callTimers = ['outcome', 'release'];
/** One that nobody has seen to for so long, ms, keeps the contents no longer. */
export const longestCall = 86_400_000;
/** Goes with what was held, not with whose conversation it was: the webhook is told for certain. */
export const alertTimer = 'alert';
