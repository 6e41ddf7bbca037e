// One call to a business's API (A2): a time-out over the whole answer, no redirects, a bounded body, JSON only.
// What went wrong is a value, and says whether the request can have had an effect.
import type { PreparedRequest } from './request.ts';

export type Answer =
  | { ok: true; status: number; body: unknown }
  /** The business said no (4xx): nothing was done. */
  | { ok: false; why: 'refused'; status: number; body: unknown }
  /** Never left this machine: nothing was done. */
  | { ok: false; why: 'not-sent' }
  /** Sent, and no usable answer: it may have been done. */
  | { ok: false; why: 'timeout' | 'broken' | 'wrong-shape' };

const mostBytes = 1_000_000;
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'PRIVATE_ADDRESS',
]);

/** As the global fetch; `privateHosts` is for the one that leaves this machine (outbound-fetch.ts). */
export type Fetch = (url: string, init: RequestInit & { privateHosts?: string[] }) => Promise<Response>;

/** `timeout` in ms, from the first byte sent to the last byte read. */
export async function call(
  fetch: Fetch,
  request: PreparedRequest,
  timeout: number,
  privateHosts: string[],
): Promise<Answer> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeout)));
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal,
      privateHosts,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const body = response.status === 204 ? {} : await readJson(response);
    if (response.status >= 400 && response.status < 500)
      return { ok: false, why: 'refused', status: response.status, body };
    if (!response.ok || body === undefined) return { ok: false, why: 'broken' };
    return { ok: true, status: response.status, body };
  } catch (error) {
    if (signal.aborted) return { ok: false, why: 'timeout' };
    const { cause, code: own } = error as { cause?: { code?: string }; code?: string };
    const code = cause?.code ?? own;
    return { ok: false, why: code !== undefined && neverConnected.has(code) ? 'not-sent' : 'broken' };
  }
}

/** The body as JSON; undefined when it is none, or too large. */
async function readJson(response: Response): Promise<unknown> {
  if (!response.body) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    // Not JSON: an answer that cannot be read is told apart from an empty one nowhere.
    return undefined;
  }
}
