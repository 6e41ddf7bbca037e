// The namespace /customer: who connects and to which conversation, and what each of their events leads to.
import type { Namespace, Server } from 'socket.io';
import { failure } from '../../shared/errors.ts';
import type { CustomerClientEvents, CustomerServerEvents } from '../../shared/protocol.ts';
import { customerSchemas } from '../../shared/protocol-schema.ts';
import type { ConversationRow } from '../store/store.ts';
import { type CustomerSocket, type HandshakePorts, handshake, type Session } from './customer-handshake.ts';
import { customerReads, type ReadPorts } from './customer-reads.ts';
import { createDispatch, type DispatchPorts, type Handlers, handler, isUnavailable } from './dispatch.ts';
import { type EnterPorts, enter } from './enter.ts';
import type { Metrics } from './metrics.ts';
import { ownConversation } from './own-conversation.ts';
import { roomOf } from './rooms.ts';
import type { SendSeen } from './send-seen.ts';
import { refusal } from './sockets.ts';
import type { Take, Taken } from './take.ts';

export interface CustomerPorts extends HandshakePorts, ReadPorts, EnterPorts {
  take: Take;
  /** Pages of this customer at other nodes are to move on to it. */
  tellBegun(conversation: string): void;
  /** The customer's side of the conversation, for agents who watch it. */
  typing(conversation: string): void;
  seen: Pick<SendSeen, 'fromCustomer' | 'welcomed'>;
  metrics: Metrics;
  now(): number;
}

/** What is to be stored is answered within this, ms: a disk that hangs must not leave a page without a word. */
const deadline = 900;

type CustomerNamespace = Namespace<CustomerClientEvents, CustomerServerEvents, object, Session>;

export interface CustomerSockets {
  /** This conversation is that customer's now: pages that are not signed in as them must arrive anew. */
  identified(conversation: string, customer: string): void;
  /** The pages here of whoever began this conversation move on to it. */
  begun(row: ConversationRow): Promise<void>;
}

export function serveCustomers(io: Server, ports: CustomerPorts): CustomerSockets {
  const namespace: CustomerNamespace = io.of('/customer');

  // Made once: of an idle connection there are thousands.
  const dispatch = createDispatch(handlersOf(namespace, ports), countedBy, dispatchPorts(ports));
  const connected = ports.metrics.connections.labels({ namespace: 'customer' });
  const left = () => connected.dec();
  const notMoved = (error: unknown) => ports.failed('/customer begun', error);
  const done = {};

  namespace.use((socket, next) => {
    handshake(socket, ports).then(
      (refused) => {
        if (refused) ports.metrics.refused.inc({ namespace: 'customer', code: refused.data.code });
        next(refused);
      },
      (error: unknown) => {
        ports.failed('/customer handshake', error);
        next(refusal(isUnavailable(error) ? 'unavailable' : 'internal'));
      },
    );
  });

  namespace.on('connection', (socket) => {
    connected.inc();
    socket.on('disconnect', left);
    // It has been read, tokens and all, and need not lie in memory for as long as the connection lives.
    Object.assign(socket, { handshake: done });
    dispatch(socket);
    if (socket.data.instead) gather(socket.data.row, namespace, ports).catch(notMoved);
    const entered = enter(socket, ports);
    ports.admission.during(entered);
    entered.catch((error: unknown) => {
      // Without its welcome a page cannot go on; connecting anew can.
      ports.failed('/customer welcome', error);
      socket.disconnect(true);
    });
  });

  return {
    identified(conversation, customer) {
      for (const id of namespace.adapter.rooms.get(roomOf.conversation(conversation)) ?? []) {
        const socket = namespace.sockets.get(id);
        // The connection breaks, and is not refused: clients come back by themselves.
        if (socket && socket.data.identity?.customer !== customer) socket.conn.close();
      }
    },
    begun: (row) => moveOn(row, namespace, ports),
  };
}

const countedBy = ({ data: { visitor, address, row } }: CustomerSocket) => ({
  key: visitor,
  address,
  conversation: row.id,
});

function dispatchPorts({ limits, admission, metrics, failed, now }: CustomerPorts): DispatchPorts {
  return {
    limits,
    admission,
    now,
    count: (event, code) => metrics.events.inc({ namespace: 'customer', event, code }),
    failed: (event, error) => failed(`/customer ${event}`, error),
  };
}

function handlersOf(namespace: CustomerNamespace, ports: CustomerPorts): Handlers<CustomerSocket> {
  // In the name of the visitor who began it: all pages of a customer are one, whichever of them sends a thing again.
  const asking = ({ data: { site, row } }: CustomerSocket) => ({
    site,
    visitor: row.visitor,
    conversation: row.id,
  });
  const { take } = ports;
  /** Where what they say of a conversation belongs: they may have begun another since. Undefined: that is not theirs. */
  const askingIn = async (conversation: string | undefined, socket: CustomerSocket) => {
    const { row, site } = socket.data;
    if (conversation === undefined || conversation === row.id) return asking(socket);
    const own = await ownConversation(ports.record, conversation, socket.data);
    return own && { site, visitor: own.row.visitor, conversation };
  };
  /**
   * One whose conversation is gone, as after an erasure, or whose customer has begun another of which it did not hear,
   * comes back into the one that is theirs now with what it did not get rid of.
   */
  const orAnew = async (socket: CustomerSocket, answer: Promise<Taken>) => {
    const taken = await answer;
    if (!taken.ok && (taken.error.code === 'not_found' || taken.error.code === 'gone')) socket.conn.close();
    return taken;
  };
  const limit = 'event';
  const stored = { limit, work: true, deadline } as const;
  return {
    ...customerReads(ports),
    message: handler({
      ...stored,
      schema: customerSchemas.message,
      limit: 'message',
      run: (p, socket) => orAnew(socket, take.message(asking(socket), p)),
    }),
    attach: handler({
      schema: customerSchemas.attach,
      limit,
      run: (p, socket) => ports.files.attach(asking(socket), p),
    }),
    choice: handler({
      ...stored,
      schema: customerSchemas.choice,
      run: (p, socket) => take.choice(asking(socket), p),
    }),
    human: handler({
      ...stored,
      schema: customerSchemas.human,
      run: (p, socket) => orAnew(socket, take.human(asking(socket), p)),
    }),
    undo: handler({
      ...stored,
      schema: customerSchemas.undo,
      run: (p, socket) => take.undo(asking(socket), p),
    }),
    wait: handler({
      ...stored,
      schema: customerSchemas.wait,
      run: (p, socket) => take.wait(asking(socket), p),
    }),
    correct: handler({
      ...stored,
      schema: customerSchemas.correct,
      async run({ conversation, ...p }, socket) {
        const who = await askingIn(conversation, socket);
        return who ? take.correct(who, p) : failure('not_found');
      },
    }),
    rating: handler({
      ...stored,
      schema: customerSchemas.rating,
      async run({ conversation, ...p }, socket) {
        const who = await askingIn(conversation, socket);
        return who ? take.rating(who, p) : failure('not_found');
      },
    }),
    locale: handler({
      ...stored,
      schema: customerSchemas.locale,
      async run(p, socket) {
        const taken = await take.locale(asking(socket), p);
        if (taken.ok) socket.data.locale = taken.locale;
        return taken;
      },
    }),
    begin: handler({
      ...stored,
      schema: customerSchemas.begin,
      run: ({ id }, socket) => beginAnew(id, socket.data, namespace, ports),
    }),
    seen: handler({
      schema: customerSchemas.seen,
      limit,
      run: ({ seq }, { data }) => ports.seen.fromCustomer(data.row.id, seq),
    }),
    typing: handler({
      schema: customerSchemas.typing,
      limit,
      run: async (_, socket) => {
        ports.typing(socket.data.row.id);
        return { ok: true };
      },
    }),
  };
}

/** All pages of this customer move on to the new conversation together. */
async function beginAnew(id: string, session: Session, namespace: CustomerNamespace, ports: CustomerPorts) {
  const { began, site, visitor, locale, identity } = session;
  if (began?.id === id) return { ok: true as const, conversation: began.conversation };
  const begun = await ports.arrival.begin({ site, visitor, locale, ...(identity ? { identity } : {}) });
  if (!begun.ok) return begun;
  const { row } = begun;
  session.began = { id, conversation: row.id };
  await gather(row, namespace, ports);
  return { ok: true as const, conversation: row.id };
}

/** Their pages of all nodes. */
async function gather(
  row: ConversationRow,
  namespace: CustomerNamespace,
  ports: CustomerPorts,
): Promise<void> {
  await moveOn(row, namespace, ports);
  ports.tellBegun(row.id);
}

/** Their pages of this node. */
async function moveOn(
  row: ConversationRow,
  namespace: CustomerNamespace,
  ports: CustomerPorts,
): Promise<void> {
  const { site, customer, visitor } = row;
  const room = customer === null ? roomOf.visitor(site, visitor) : roomOf.customer(site, customer);
  for (const id of namespace.adapter.rooms.get(room) ?? []) {
    const page = namespace.sockets.get(id);
    if (!page || page.data.row.id === row.id) continue;
    await page.leave(roomOf.conversation(page.data.row.id));
    page.data.row = row;
    delete page.data.after;
    setImmediate(() => enter(page, ports).catch((error: unknown) => ports.failed('/customer begin', error)));
  }
}
