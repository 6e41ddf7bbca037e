// Pages connect by WebSocket first, which needs no sticky sessions. Where no WebSocket gets through they poll, and
// each request of theirs has to reach the node of the first: here it is noticed when it does not, and said.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface StrayPolls {
  /** What is wrong and what to do about it; empty when nothing was noticed lately. */
  notes(): string[];
}

interface Engine {
  generateId: (request: IncomingMessage) => string | PromiseLike<string>;
  on(
    event: 'connection_error',
    listener: (error: { code: number; context?: { sid?: string } }) => void,
  ): unknown;
}

/** Engine.IO's code of a session that this node does not know. */
const unknownSession = 1;
/** A session that is older may be one of a node that has died since, ms. */
const youngMs = 10_000;
/** So many within the first are no accident, and are told of for the second, ms. */
const enough = 3;
const withinMs = 60_000;
const toldForMs = 600_000;

export const strayWords =
  'Pages that poll (their network lets no WebSocket through) reach this node with sessions of other nodes, and cannot ' +
  'connect: let the reverse proxy pass WebSockets, and keep each client on one node (deploy/nginx.conf shows both).';

/** `node` names this process in the sessions that it begins; `warn` is told once in a while. */
export function watchStrayPolls(
  engine: Engine,
  { node, now, warn }: { node: string; now: () => number; warn: (words: string) => void },
): StrayPolls {
  let strays: number[] = [];
  let toldAt = Number.NEGATIVE_INFINITY;
  engine.generateId = () => `${node}.${now().toString(36)}.${randomBytes(15).toString('base64url')}`;
  engine.on('connection_error', ({ code, context }) => {
    const [from, since = ''] = context?.sid?.split('.') ?? [];
    const age = now() - Number.parseInt(since, 36);
    if (code !== unknownSession || !from || from === node || !(age >= -youngMs && age < youngMs)) return;
    strays = [...strays.filter((at) => now() - at < withinMs), now()].slice(-enough);
    if (strays.length < enough || now() - toldAt < toldForMs) return;
    toldAt = now();
    warn(strayWords);
  });
  return { notes: () => (now() - toldAt < toldForMs ? [strayWords] : []) };
}
