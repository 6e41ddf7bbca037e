// One socket's events in: well-formed, known, not too many, then handled; each is answered once, and nothing
// that a handler does can reach the process. Events are taken here and never emitted on the socket itself,
// where a name like `error` would throw.
import type { Socket } from 'socket.io';
import type { z } from 'zod';
import { type Ack, type ErrorCode, failure } from '../../shared/errors.ts';
import type { Admission } from './admission.ts';
import { isShallow } from './is-shallow.ts';
import type { LimitName } from './limit-table.ts';
import type { Limits } from './limits.ts';

export interface Handler<P, S> {
  schema: z.ZodType<P>;
  limit: LimitName;
  /** It makes work, and is refused as `busy` when there is too much. */
  work?: boolean;
  /** Milliseconds within which it is answered: later it is `unavailable`, and whoever asks again is not done twice. */
  deadline?: number;
  run(payload: P, socket: S): Promise<Ack>;
}

/** By event name; each parses what it takes. */
export type Handlers<S = unknown> = Record<
  string,
  {
    take(payload: unknown, socket: S): Promise<Ack>;
    limit: LimitName;
    work?: boolean | undefined;
    deadline?: number | undefined;
  }
>;

/** Pairs a schema with what is done with what it lets through. */
export function handler<P, S = unknown>({
  schema,
  limit,
  work,
  deadline,
  run,
}: Handler<P, S>): Handlers<S>[string] {
  return {
    limit,
    work,
    deadline,
    async take(payload, socket) {
      const parsed = schema.safeParse(payload);
      return parsed.success ? run(parsed.data, socket) : malformed(parsed.error);
    },
  };
}

export interface DispatchPorts {
  limits: Limits;
  /** Absent: nothing is refused for being too much at once. */
  admission?: Admission;
  /** `event` is a known name or `unknown`; `code` is `ok` or an error's. */
  count(event: string, code: ErrorCode | 'ok'): void;
  /** Hears of a handler that threw; never of a payload. */
  failed(event: string, error: unknown): void;
  now(): number;
}

/** Refusals for being too fast that follow one another within `pauseMs` for `abuseMs` end the connection. */
const abuseMs = 60_000;
const pauseMs = 5_000;

/** Whom to count by: `key` is the visitor or the agent, `conversation` the one that a customer is in now. */
export interface Counted {
  key: string;
  address: string;
  conversation?: string;
}

/**
 * Answers each event of the sockets that it is given. What it needs of one it asks `who` for when something comes: of
 * idle connections there are thousands, and each holds one function of it.
 */
export function createDispatch<S extends Pick<Socket, 'use' | 'disconnect'>>(
  handlers: Handlers<S>,
  who: (socket: S) => Counted,
  ports: DispatchPorts,
): (socket: S) => void {
  /** Of those that were too fast just now. */
  const abuses = new WeakMap<S, { since: number; last: number }>();

  const tooFast = (socket: S, retryAfterMs: number): Ack => {
    const now = ports.now();
    const abuse = abuses.get(socket);
    const since = abuse && now - abuse.last < pauseMs ? abuse.since : now;
    abuses.set(socket, { since, last: now });
    if (now - since > abuseMs) setImmediate(() => socket.disconnect(true));
    return failure('rate', { retryAfterMs });
  };

  const answer = async (socket: S, event: string, payloads: unknown[]): Promise<Ack> => {
    if (!Object.hasOwn(handlers, event)) return failure('unknown_event');
    const { take, limit, work, deadline } = handlers[event]!;
    const { key, address, conversation } = who(socket);
    const { limits } = ports;
    // Together: on several nodes each of them is a way to Redis.
    const [guesses, ...waits] = await Promise.all([
      limits.look('guess', key),
      limits.take('address', address),
      limits.take(limit, key),
      conversation === undefined ? 0 : limits.take('conversation', conversation),
    ]);
    const wait = Math.max(...waits);
    if (wait > 0) return tooFast(socket, wait);
    if (payloads.length !== 1 || !isShallow(payloads[0])) return failure('bad_request');
    if (guesses > 0) return tooFast(socket, guesses);
    const admitted = work ? ports.admission?.enter() : undefined;
    if (admitted && 'retryAfterMs' in admitted) return failure('busy', admitted);
    const ack = await within(deadline, take(payloads[0], socket)).finally(admitted?.leave);
    if (!ack.ok && ack.error.code === 'not_found') await limits.take('guess', key);
    return ack;
  };

  const receive = (socket: S, [event, ...rest]: [string, ...unknown[]]): void => {
    const last = rest.at(-1);
    const acknowledge = typeof last === 'function' ? (last as (ack: Ack) => void) : undefined;
    const payloads = acknowledge ? rest.slice(0, -1) : rest;
    const known = Object.hasOwn(handlers, event) ? event : 'unknown';
    answer(socket, event, payloads)
      .catch((error: unknown): Ack => {
        ports.failed(known, error);
        return failure(isUnavailable(error) ? 'unavailable' : 'internal');
      })
      .then((ack) => {
        ports.count(known, ack.ok ? 'ok' : ack.error.code);
        acknowledge?.(ack);
      })
      .catch((error: unknown) => ports.failed(known, error));
  };

  return (socket) => {
    socket.use((packet) => receive(socket, packet as [string, ...unknown[]]));
  };
}

/** The answer, or `unavailable` when it takes longer than `ms`; what comes of it then, the log says. */
function within(ms: number | undefined, answer: Promise<Ack>): Promise<Ack> {
  if (ms === undefined) return answer;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(failure('unavailable')), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** The store's own word for "not now"; told by its code, since intake knows no store. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: unknown }).code === 'unavailable';
}

function malformed(error: z.ZodError): Ack {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  if (issue?.code === 'too_big' && field === 'text') return failure('too_long');
  const seen = issue ? `${field === '' ? 'payload' : field}: ${issue.message}. ` : '';
  return failure('bad_request', { message: `${seen}Nothing was done; check it against the protocol.` });
}
