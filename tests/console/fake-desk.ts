// The /agent namespace in memory, for the console's tests and its gallery: conversations with real logs, one claim
// that wins, hints that can be lost, a connection that can be cut, a session that can end.
import { signal } from '@preact/signals';
import { foldEvents } from '../../shared/apply-event.ts';
import type { ConversationStatus } from '../../shared/conversation.ts';
import { type Ack, type ErrorCode, type Failure, failure } from '../../shared/errors.ts';
import type { Event, EventBody, SentEvent } from '../../shared/events.ts';
import { pendingProposals } from '../../shared/pending-proposals.ts';
import type {
  AgentEventName,
  AgentServerEvents,
  FoundRow,
  Overview,
  PresenceRow,
  QueueRow,
  RolloutEvidence,
  Suggestion,
} from '../../shared/protocol.ts';
import type { DeskConnection } from '../../widget/console/models/desk-connection.ts';
import type { ConnectionState } from '../../widget/ui/connection.ts';
import { answerOn, type Payload, type Reply } from './fake-answers.ts';
import { seenOf } from './story-approvals.ts';

export interface FakeConversation {
  id: string;
  site: string;
  name?: string;
  wants: string;
  reason: string;
  mood: QueueRow['mood'];
  /** Seconds since the handoff, and what was stated then. */
  waiting: number;
  within: number | null;
  events: Event[];
  reach?: QueueRow['reach'];
}

export interface FakeDesk {
  connection: DeskConnection;
  /** What the console asked, in order. */
  /** What the agent is told to have seen. */
  seen: Payload[];
  asked: { name: AgentEventName; payload: Payload }[];
  conversations: Map<string, FakeConversation>;
  /** Appends to a log and pushes it to those who watch. */
  append(conversation: string, ...bodies: EventBody[]): void;
  /** Appends, but the hint is lost on its way. */
  appendUnheard(conversation: string, ...bodies: EventBody[]): void;
  /** A colleague is faster. */
  claimAs(conversation: string, agent: { id: string; name: string }): void;
  presence: PresenceRow[];
  /** What a search, a suggestion and the supervisor's view are answered with. */
  found: FoundRow[];
  articles: Suggestion[];
  overview: Overview;
  evidence: RolloutEvidence;
  /** Epoch ms. */
  now(): number;
  /** One more conversation. */
  begin(conversation: FakeConversation): void;
  pushQueue(): void;
  emit<N extends keyof AgentServerEvents>(name: N, payload: Parameters<AgentServerEvents[N]>[0]): void;
  /** The next request of that name fails so. */
  failNext(name: AgentEventName, error: Failure): void;
  /** Requests of that name get no answer until the returned function is called. */
  hold(name: AgentEventName): () => void;
  /** What a file's bytes are answered with; progress stands at `share` for as long as it is below 1. */
  put(path: string, file: File, progress: (share: number) => void): Promise<Ack>;
  share: number;
  cut(): void;
  mend(): void;
  refuse(code: ErrorCode): void;
  /** While false, everything is answered `unauthorized`. */
  session: boolean;
}

/** `now` gives epoch ms; `me` is the agent at this console. */
export function createFakeDesk(
  list: FakeConversation[],
  me: { id: string; name: string },
  now: () => number,
): FakeDesk {
  const conversations = new Map(list.map((each) => [each.id, each]));
  const listeners = new Map<string, ((payload: never) => void)[]>();
  const state = signal<ConnectionState>('idle');
  const refusal = signal<Failure>();
  const watched = new Set<string>();
  const failing = new Map<string, Failure>();
  const holding = new Map<string, Promise<void>>();

  const status = (each: FakeConversation) => foldEvents(each.events).view.status;
  const agentOf = (each: FakeConversation) => foldEvents(each.events).view.agent;

  function rows(): QueueRow[] {
    let position = 0;
    const all = [...conversations.values()].sort((a, b) => b.waiting - a.waiting);
    return all.map((each) => {
      const { id, events: _, ...rest } = each;
      const stands: ConversationStatus = status(each);
      const agent = agentOf(each);
      const place = stands === 'waiting' ? ++position : 0;
      const needs = needsOf(each);
      return {
        conversation: id,
        ...rest,
        ...needs,
        status: stands,
        position: place,
        ...(agent ? { agent } : {}),
      };
    });
  }

  function emit(name: string, payload: unknown): void {
    if (state.value !== 'online') return;
    for (const hear of listeners.get(name) ?? []) hear(payload as never);
  }

  function add(id: string, bodies: EventBody[], heard: boolean): SentEvent[] {
    const conversation = conversations.get(id)!;
    const sent: SentEvent[] = [];
    for (const body of bodies) {
      const prev = conversation.events.at(-1)?.seq ?? 0;
      const event = { ...body, seq: prev + 1, at: now() } as Event;
      conversation.events.push(event);
      sent.push({ ...event, prev });
    }
    if (heard && watched.has(id)) emit('events', { conversation: id, events: sent });
    return sent;
  }

  const log = (id: string, after = 0): SentEvent[] =>
    conversations
      .get(id)!
      .events.filter((event) => event.seq > after)
      .map((event) => ({ ...event, prev: event.seq - 1 }));

  function answer(name: AgentEventName, payload: Payload): Reply {
    if (!fake.session) return failure('unauthorized');
    const failed = failing.get(name);
    if (failed) {
      failing.delete(name);
      return { ok: false, error: failed };
    }
    if (name === 'list') return { ok: true, queue: rows(), presence: fake.presence };
    if (name === 'available') return available(payload);
    if (name === 'search') return { ok: true, found: fake.found };
    if (name === 'evidence') return { ok: true, evidence: fake.evidence };
    if (name === 'step') return { ok: true };
    if (name === 'overview') return { ok: true, overview: fake.overview };
    const conversation = conversations.get(payload.conversation);
    if (!conversation) return failure('not_found');
    const reply = answerOn({ fake, me, watched, log, agentOf, add }, name, payload, conversation);
    if (!['watch', 'unwatch', 'sync', 'typing', 'seen', 'suggest', 'judge'].includes(name)) fake.pushQueue();
    return reply;
  }

  function available({ on, capacity }: Payload): Reply {
    const load = [...conversations.values()].filter((each) => agentOf(each)?.id === me.id).length;
    const row = { agent: me, available: Boolean(on), capacity: Number(capacity ?? 3), load, teams: [] };
    fake.presence = [row, ...fake.presence.filter((each) => each.agent.id !== me.id)];
    emit('presence', fake.presence);
    return { ok: true };
  }

  const fake: FakeDesk = {
    asked: [],
    seen: [],
    share: 1,
    async put(path, file, progress) {
      progress(fake.share);
      if (fake.share < 1) return new Promise(() => undefined);
      const [conversation, clientId, name] = JSON.parse(path) as [string, string, string];
      const type = file.type as 'image/png' | 'application/pdf';
      const kept = { id: clientId, type, size: file.size, sha256: '0'.repeat(64) };
      add(
        conversation,
        [{ type: 'message', from: 'agent', name: me.name, text: name, clientId, file: kept }],
        true,
      );
      return { ok: true };
    },
    conversations,
    presence: [],
    found: [],
    articles: [],
    overview: { at: now(), sites: [], agents: [] },
    evidence: seenOf,
    now,
    begin(conversation) {
      conversations.set(conversation.id, conversation);
      fake.pushQueue();
    },
    session: true,
    connection: {
      state,
      refusal,
      on(name, hear) {
        listeners.set(name, [...(listeners.get(name) ?? []), hear as (payload: never) => void]);
      },
      async send(name, payload) {
        // A glance is nothing that the agent did.
        if (name === 'seen') fake.seen.push(payload as Payload);
        else fake.asked.push({ name, payload: payload as Payload });
        await holding.get(name);
        if (state.value !== 'online') return failure('unavailable') as never;
        return answer(name, payload as Payload) as never;
      },
      open() {
        state.value = 'online';
      },
      close() {
        state.value = 'idle';
        watched.clear();
      },
      reopen() {
        this.close();
        this.open();
      },
    },
    append: (id, ...bodies) => void add(id, bodies, true),
    appendUnheard: (id, ...bodies) => void add(id, bodies, false),
    claimAs(id, agent) {
      add(id, [{ type: 'claimed', agent }], true);
    },
    pushQueue() {
      emit('queue', rows());
      const load = [...conversations.values()].filter((each) => agentOf(each)?.id === me.id).length;
      fake.presence = fake.presence.map((row) => (row.agent.id === me.id ? { ...row, load } : row));
      emit('presence', fake.presence);
    },
    emit,
    failNext: (name, error) => void failing.set(name, error),
    hold(name) {
      let release = () => {};
      holding.set(name, new Promise((resolve) => (release = resolve)));
      return () => {
        holding.delete(name);
        release();
      };
    },
    cut() {
      state.value = 'reconnecting';
      watched.clear();
    },
    mend() {
      state.value = 'online';
    },
    refuse(code) {
      refusal.value = failure(code).error;
      state.value = 'refused';
    },
  };
  return fake;
}

/** As the server tells it with the row. */
function needsOf({ events }: FakeConversation): Pick<QueueRow, 'needs'> {
  const [one] = pendingProposals(foldEvents(events));
  if (!one) return {};
  const until = one.runs ? one.proposal.approveBy : undefined;
  return { needs: { action: one.proposal.action, ...(until === undefined ? {} : { until }) } };
}
