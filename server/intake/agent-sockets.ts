// The namespace /agent: agents who are signed in, and what each of their events asks of the desk. Of another
// site's conversations they hear exactly what they hear of conversations that do not exist.
import { parse } from 'hono/utils/cookie';
import type { Namespace, Server, Socket } from 'socket.io';
import { type AgentClientEvents, type AgentServerEvents, protocolVersion } from '../../shared/protocol.ts';
import { agentAuthSchema } from '../../shared/protocol-schema.ts';
import { agentHandlers } from './agent-handlers.ts';
import { type AgentSessions, agentCookie, type SignedIn } from './agent-sessions.ts';
import type { DeskFeed } from './desk-feed.ts';
import { createDispatch, type DispatchPorts, isUnavailable } from './dispatch.ts';
import { isShallow } from './is-shallow.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { addressOf, mayConnect, ownOrigin, type Where } from './origin.ts';
import { roomOf } from './rooms.ts';
import { refusal } from './sockets.ts';

export interface AgentSocketPorts {
  sessions: AgentSessions;
  desk: {
    seen(agent: string): Promise<void>;
    gone(agent: string): Promise<void>;
  };
  feed: DeskFeed;
  limits: Limits;
  metrics: Metrics;
  where: Where;
  failed(where: string, error: unknown): void;
  now(): number;
}

export interface AgentData {
  agent: SignedIn;
  address: string;
}

export type AgentSocket = Socket<AgentClientEvents, AgentServerEvents, object, AgentData>;
export type AgentNamespace = Namespace<AgentClientEvents, AgentServerEvents, object, AgentData>;

export interface AgentSockets {
  /** Closes the sockets of sessions that hold no more, and lets the others see what their agent may now. */
  recheck(): Promise<void>;
}

export function serveAgentSockets(
  io: Server,
  ports: AgentSocketPorts,
  handlers: Parameters<typeof agentHandlers>[1],
): AgentSockets {
  const namespace: AgentNamespace = io.of('/agent');
  const counts: DispatchPorts = {
    limits: ports.limits,
    now: ports.now,
    count: (event, code) => ports.metrics.events.inc({ namespace: 'agent', event, code }),
    failed: (event, error) => ports.failed(`/agent ${event}`, error),
  };

  namespace.use((socket, next) => {
    admit(socket, ports).then(
      (refused) => {
        if (refused) ports.metrics.refused.inc({ namespace: 'agent', code: refused.data.code });
        next(refused);
      },
      (error: unknown) => {
        ports.failed('/agent handshake', error);
        next(refusal(isUnavailable(error) ? 'unavailable' : 'internal'));
      },
    );
  });

  namespace.on('connection', (socket) => {
    const { agent, address } = socket.data;
    const gauge = ports.metrics.connections.labels({ namespace: 'agent' });
    gauge.inc();
    const counted = { key: `agent:${agent.id}`, address };
    createDispatch(agentHandlers(socket, handlers), () => counted, counts)(socket);
    const entered = enter(socket);
    socket.on('disconnect', () => {
      gauge.dec();
      // Also where entering failed, which is told below: half of it may have been done.
      entered
        .catch(() => {})
        .then(() => leave(agent))
        .catch((error: unknown) => ports.failed('/agent disconnect', error));
    });
    entered.catch((error: unknown) => {
      ports.failed('/agent connection', error);
      socket.disconnect(true);
    });
  });

  async function enter(socket: AgentSocket): Promise<void> {
    const { agent } = socket.data;
    await socket.join([roomOf.agent(agent.id), roomOf.session(agent.session)]);
    await ports.desk.seen(agent.id);
    await ports.feed.join(socket);
  }

  async function leave(agent: SignedIn): Promise<void> {
    if (namespace.adapter.rooms.has(roomOf.agent(agent.id))) return;
    await ports.desk.gone(agent.id);
    ports.feed.touch(agent.sites);
  }

  return {
    async recheck() {
      for (const socket of [...namespace.sockets.values()]) {
        const still = await ports.sessions.still(socket.data.agent.session);
        if (!still) socket.disconnect(true);
        else if (!sameRights(still, socket.data.agent)) {
          // What was watched may be another's by now, or the role is gone; the console comes back with what is left.
          socket.disconnect(true);
        }
      }
    },
  };
}

function sameRights(now: SignedIn, then: SignedIn): boolean {
  return now.sites.join() === then.sites.join() && now.supervisor === then.supervisor;
}

async function admit(
  socket: AgentSocket,
  { sessions, limits, where }: AgentSocketPorts,
): Promise<ReturnType<typeof refusal> | undefined> {
  const { handshake, request } = socket;
  const address = addressOf(request, where);
  const wait = await limits.take('connect', address);
  if (wait > 0) return refusal('rate', { retryAfterMs: wait });
  const given: unknown = handshake.auth;
  if (!isShallow(given)) return refusal('bad_request');
  if ((given as { protocol?: unknown }).protocol !== protocolVersion) return refusal('protocol');
  const auth = agentAuthSchema.safeParse(given);
  if (!auth.success) return refusal('bad_request');
  // A cookie travels by itself: only a page of ours may come with one.
  if (!mayConnect(request.headers.origin, ownOrigin(request.headers, where), [])) return refusal('denied');
  const token = auth.data.token ?? parse(request.headers.cookie ?? '', agentCookie)[agentCookie];
  const agent = token ? await sessions.agent(token) : undefined;
  if (!agent || (auth.data.agent ?? agent.id) !== agent.id) return refusal('unauthorized');
  socket.data = { agent, address };
  return undefined;
}
