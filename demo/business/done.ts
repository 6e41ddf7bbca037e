// What a demo business's rules come to: done, or refused with a reason.
import type { Refusal } from './business-api.ts';

export type Done<T> = { ok: true; done: T } | { ok: false; refusal: Refusal };

export function done<T>(result: T): Done<T> {
  return { ok: true, done: result };
}

export function refuse(
  status: Refusal['status'],
  error: string,
  message: string,
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { status, error, message } };
}

/** The next reference of its kind, from the business's own count. */
export function nextReference(state: { counter: number }, kind: string): string {
  state.counter += 1;
  return `${kind}-${state.counter}`;
}
