// A customer's socket comes in: who it is, whether it may, and which conversation is theirs.
import type { Socket } from 'socket.io';
import {
  type CustomerClientEvents,
  type CustomerServerEvents,
  protocolVersion,
} from '../../shared/protocol.ts';
import { customerAuthSchema } from '../../shared/protocol-schema.ts';
import type { Site } from '../site/site.ts';
import type { ConversationRow } from '../store/store.ts';
import type { Admission } from './admission.ts';
import type { Arrival } from './arrive.ts';
import { chooseLocale } from './choose-locale.ts';
import { isShallow } from './is-shallow.ts';
import type { Limits } from './limits.ts';
import { addressOf, mayConnect, ownOrigin, type Where } from './origin.ts';
import { refusal } from './sockets.ts';
import type { Identity, IdentityCheck } from './verify-identity.ts';
import type { VisitorSessions } from './visitor-session.ts';

export interface HandshakePorts {
  site(id: string): Site | undefined;
  sessions: VisitorSessions;
  identities: IdentityCheck;
  arrival: Arrival;
  limits: Limits;
  admission: Admission;
  where: Where;
}

export interface Session {
  site: Site;
  visitor: string;
  identity?: Identity;
  locale: string;
  address: string;
  /** What the page has of a conversation already. */
  after?: { conversation: string; seq: number };
  row: ConversationRow;
  /** It goes on in place of another: their other pages are to move on to it. */
  instead?: true;
  /** The last `begin` that was taken, so that its retry is answered alike. */
  began?: { id: string; conversation: string };
}

export type CustomerSocket = Socket<CustomerClientEvents, CustomerServerEvents, object, Session>;

type Refusal = ReturnType<typeof refusal>;

/** Those who arrive are work as well: after a restart all pages come back at once. */
export async function handshake(socket: CustomerSocket, ports: HandshakePorts): Promise<Refusal | undefined> {
  const admitted = ports.admission.enter();
  if ('retryAfterMs' in admitted) return refusal('busy', admitted);
  return admit(socket, ports).finally(admitted.leave);
}

/** Finds out who it is and which conversation is theirs; the answer says why they may not. */
async function admit(socket: CustomerSocket, ports: HandshakePorts): Promise<Refusal | undefined> {
  const { request } = socket;
  const address = addressOf(request, ports.where);
  const wait = await ports.limits.take('connect', address);
  if (wait > 0) return refusal('rate', { retryAfterMs: wait });
  const given: unknown = socket.handshake.auth;
  if (!isShallow(given)) return refusal('bad_request');
  if ((given as { protocol?: unknown }).protocol !== protocolVersion) return refusal('protocol');
  const auth = customerAuthSchema.safeParse(given);
  if (!auth.success) return refusal('bad_request');
  const { token, identity, after, locale } = auth.data;
  const site = ports.site(auth.data.site);
  const self = ownOrigin(request.headers, ports.where);
  if (!site || !mayConnect(request.headers.origin, self, [site])) return refusal('not_found');
  const known = identity === undefined ? undefined : await ports.identities.verify(site, identity);
  if (identity !== undefined && !known) return refusal('unauthorized');
  const visitor = token === undefined ? undefined : await ports.sessions.visitor(token, site.id);
  const spoken = chooseLocale(locale, site);
  const arrived = await ports.arrival.arrive({
    site,
    locale: spoken,
    ...(visitor ? { visitor } : {}),
    ...(known ? { identity: known } : {}),
    ...(after ? { shown: after.conversation } : {}),
  });
  socket.data = {
    site,
    address,
    locale: spoken,
    visitor: arrived.visitor,
    row: arrived.row,
    ...(arrived.instead ? { instead: true } : {}),
    ...(known ? { identity: known } : {}),
    ...(after ? { after } : {}),
  };
  return undefined;
}
