// The catalogue of errors that cross a boundary. A code never changes its meaning; the message says what
// happened, what was not done, and what to do.

export const errorCodes = {
  bad_request: 'The request was not understood and nothing was done. Check it against the protocol.',
  unknown_event: 'There is no such event; nothing was done.',
  too_long: 'The message is longer than 4,000 characters and was not sent. Shorten it and send it again.',
  too_large: 'That is too large and was not taken.',
  unsupported: 'Only images and PDF are taken.',
  rate: 'That was too fast; it was not taken. Try again in a moment.',
  busy: 'Too much is going on right now; it was not taken. Try again in a moment.',
  not_found: 'There is nothing here by that name, or it is not yours.',
  conflict: 'That id was already used for something else; nothing was done.',
  denied: 'That is not allowed here; nothing was done.',
  unauthorized: 'You are not signed in, or no longer. Sign in and try again.',
  taken: 'Someone else has this conversation.',
  gone: 'That is no longer open; nothing was done.',
  protocol: 'This page is of another version than the server. Reload it to go on; nothing you wrote is lost.',
  unavailable: 'It could not be stored just now; nothing was done. Your text is kept; try again in a moment.',
  internal: 'Something went wrong on our side; it was not done. Try again.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

export interface Failure {
  code: ErrorCode;
  message: string;
  retryAfterMs?: number;
  /** With `taken`: who has it. */
  by?: string;
}

export type Ack<T extends object = object> = ({ ok: true } & T) | { ok: false; error: Failure };

/** An error as an answer; `more` adds retryAfterMs, by, or a message of its own. */
export function failure(code: ErrorCode, more: Partial<Failure> = {}): { ok: false; error: Failure } {
  return { ok: false, error: { message: errorCodes[code], ...more, code } };
}
