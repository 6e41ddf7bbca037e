// An agent at the other end of a real socket: signs in by HTTP as the console does, sees the line, folds the
// conversations that they watch.
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { applyEvent, emptyConversation } from '../../shared/apply-event.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { Ack } from '../../shared/errors.ts';
import type { Event, SentEvent } from '../../shared/events.ts';
import type { EventBatch, PresenceRow, QueueRow, SeenSaid } from '../../shared/protocol.ts';
import { createPatience } from './patience.ts';
import { untilStored } from './until-stored.ts';
import type { World } from './world.ts';

/** Hired, signed in, connected and, unless said otherwise, available. */
export async function agent(
  world: Pick<World, 'url' | 'hire'>,
  { name, sites, available = true }: { name: string; sites?: string[]; available?: boolean },
) {
  const login = await world.hire(name, sites);
  const token = await signIn(world, login);
  const socket: Socket = io(`${world.url}/agent`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: 1, token },
  });
  let queue: QueueRow[] = [];
  let presence: PresenceRow[] = [];
  const seen: SeenSaid[] = [];
  const logs = new Map<string, Event[]>();
  const folded = new Map<string, Conversation>();
  /** What came before the answer to `watch` or `claim` had brought the beginning. */
  const early = new Map<string, SentEvent[]>();
  const patience = createPatience(() => JSON.stringify({ queue, presence }, null, 1));

  const take = (conversation: string, events: SentEvent[]) => {
    let fold = folded.get(conversation) ?? emptyConversation;
    const log = logs.get(conversation) ?? [];
    for (const { prev, ...event } of events) {
      if (event.seq <= fold.inside.seq) continue;
      if (prev !== fold.inside.seq) throw new Error(`A gap: ${prev} does not join on to ${fold.inside.seq}`);
      fold = applyEvent(fold, event);
      log.push(event);
    }
    folded.set(conversation, fold);
    logs.set(conversation, log);
    patience.changed();
  };
  socket.on('queue', (rows: QueueRow[]) => {
    queue = rows;
    patience.changed();
  });
  socket.on('presence', (rows: PresenceRow[]) => {
    presence = rows;
    patience.changed();
  });
  socket.on('seen', (said: SeenSaid) => {
    seen.push(said);
    patience.changed();
  });
  socket.on('events', ({ conversation, events }: EventBatch) => {
    if (folded.has(conversation)) take(conversation, events);
    else early.set(conversation, [...(early.get(conversation) ?? []), ...events]);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

  const send = <A extends object = { seq: number }>(event: string, payload: unknown): Promise<Ack<A>> =>
    socket.timeout(15_000).emitWithAck(event, payload);
  const seeing = async (event: 'watch' | 'claim' | 'takeover', conversation: string): Promise<void> => {
    const ack = await untilStored(() => send<{ events: SentEvent[] }>(event, { conversation }));
    if (!ack.ok) throw new Error(`${event} was refused: ${ack.error.code} ${ack.error.message}`);
    take(conversation, [...ack.events, ...(early.get(conversation) ?? [])]);
    early.delete(conversation);
  };
  const done = async (event: string, payload: Record<string, unknown>): Promise<void> => {
    const ack = await untilStored(() => send(event, payload));
    if (!ack.ok) throw new Error(`${event} was refused: ${ack.error.code} ${ack.error.message}`);
  };
  if (available) await done('available', { on: true, capacity: 3 });

  return {
    name,
    token,
    login,
    socket,
    /** What customers have seen. */
    seen,
    send,
    get queue() {
      return queue;
    },
    get presence() {
      return presence;
    },
    until: patience.until,
    log: (conversation: string) => logs.get(conversation) ?? [],
    conversation: (id: string) => folded.get(id) ?? emptyConversation,
    /** The row of one who waits in line. */
    waiting: (conversation: string) =>
      patience.until('it to wait in line', () =>
        queue.find((row) => row.conversation === conversation && row.status === 'waiting'),
      ),
    watch: (conversation: string) => seeing('watch', conversation),
    claim: (conversation: string) => seeing('claim', conversation),
    takeover: (conversation: string) => seeing('takeover', conversation),
    reply: (conversation: string, text: string) => done('reply', { conversation, id: randomUUID(), text }),
    note: (conversation: string, text: string) => done('note', { conversation, id: randomUUID(), text }),
    giveBack: (conversation: string) => done('return', { conversation }),
    resolve: (conversation: string, outcome = 'solved', correct = true) =>
      done('resolve', { conversation, outcome, correct }),
    leave: () => socket.disconnect(),
  };
}

export async function signIn(
  world: Pick<World, 'url'>,
  login: { email: string; password: string },
): Promise<string> {
  const response = await fetch(`${world.url}/api/agent/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  if (!response.ok) throw new Error(`The sign-in was refused: ${response.status}`);
  return ((await response.json()) as { token: string }).token;
}
