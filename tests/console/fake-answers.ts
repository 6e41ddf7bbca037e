// What the fake desk answers to what an agent does with a conversation: events in its log, or a refusal.
import { foldEvents } from '../../shared/apply-event.ts';
import { type Failure, failure } from '../../shared/errors.ts';
import type { EventBody, SentEvent } from '../../shared/events.ts';
import type { AgentEventName } from '../../shared/protocol.ts';
import type { FakeConversation, FakeDesk } from './fake-desk.ts';

export type Payload = { conversation: string; id?: string; text?: string; to?: string } & Record<
  string,
  unknown
>;
export type Reply = { ok: true; [more: string]: unknown } | { ok: false; error: Failure };
type Person = { id: string; name: string };

interface FakeInside {
  fake: FakeDesk;
  me: Person;
  watched: Set<string>;
  log(id: string, after?: number): SentEvent[];
  agentOf(conversation: FakeConversation): Person | undefined;
  add(id: string, bodies: EventBody[], heard: boolean): SentEvent[];
}

/** What every picture that was sent looks like. */
const blueDot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOoWnQCAAN+AeXK85ouAAAAAElFTkSuQmCC';

export function answerOn(
  desk: FakeInside,
  name: AgentEventName,
  payload: Payload,
  conversation: FakeConversation,
): Reply {
  const { fake, me, watched, log, agentOf, add } = desk;
  const { id } = conversation;
  const holder = agentOf(conversation);
  const said = (...bodies: EventBody[]): Reply => ({ ok: true, seq: add(id, bodies, true).at(-1)!.seq });
  switch (name) {
    case 'watch':
      watched.add(id);
      return { ok: true, events: log(id) };
    case 'unwatch':
      watched.delete(id);
      return { ok: true };
    case 'sync':
      return { ok: true, events: log(id, Number(payload.after)) };
    case 'seen':
    case 'typing':
      return { ok: true };
    case 'file':
      return { ok: true, url: blueDot };
    case 'suggest':
      return { ok: true, articles: fake.articles };
    case 'judge': {
      const [article, useful] = [String(payload.article), Boolean(payload.useful)];
      return said({ type: 'judged', by: me, article, useful });
    }
    case 'assign': {
      const to = fake.presence.find((row) => row.agent.id === payload.to)?.agent;
      if (!to) return failure('not_found');
      return said({ type: 'assigned', by: me, to }, { type: 'claimed', agent: to });
    }
    case 'claim':
    case 'takeover':
      if (holder) return failure('taken', { by: holder.name });
      add(id, [{ type: 'claimed', agent: me }], true);
      watched.add(id);
      return { ok: true, events: log(id) };
  }
  if (name === 'approve') return approve(me, payload, conversation, said);
  if (name === 'note') return noted(me, payload, conversation, said);
  if (holder?.id !== me.id) return holder ? failure('taken', { by: holder.name }) : failure('denied');
  switch (name) {
    case 'reply':
      return (
        again(payload, conversation) ??
        said({ type: 'message', from: 'agent', name: me.name, text: payload.text!, clientId: payload.id! })
      );
    case 'attach':
      return { ok: true, upload: JSON.stringify([id, payload.id, payload.name]) };
    case 'return':
      return said({ type: 'returned', agent: me });
    case 'release':
      return said({ type: 'requeued', why: 'released', wait: noWait });
    case 'transfer': {
      const to = fake.presence.find((row) => row.agent.id === payload.to)?.agent;
      if (!to) return failure('not_found');
      return said({ type: 'transferred', from: me, to: to.name }, { type: 'claimed', agent: to });
    }
    case 'resolve':
      return said(
        {
          type: 'corrected',
          by: 'agent',
          correct: Boolean(payload.correct),
          ...intentOf(payload),
          ...(payload.comment ? { text: String(payload.comment) } : {}),
        },
        { type: 'resolved', outcome: String(payload.outcome), by: 'agent' },
      );
    default:
      return failure('unknown_event');
  }
}

function again(payload: Payload, conversation: FakeConversation): Reply | undefined {
  const known = conversation.events.find((event) => 'clientId' in event && event.clientId === payload.id);
  return known && { ok: true, seq: known.seq };
}

function noted(
  me: Person,
  payload: Payload,
  conversation: FakeConversation,
  said: (...b: EventBody[]) => Reply,
): Reply {
  const whisper = payload.whisper ? { whisper: true } : {};
  const note: EventBody = { type: 'noted', by: me, ...whisper, text: payload.text!, clientId: payload.id! };
  return again(payload, conversation) ?? said(note);
}

function approve(
  me: Person,
  payload: Payload,
  conversation: FakeConversation,
  said: (...b: EventBody[]) => Reply,
): Reply {
  const proposal = foldEvents(conversation.events).inside.proposals[String(payload.proposal)];
  if (!proposal) return failure('gone');
  const { id, action, hash } = proposal;
  const of = { proposal: id, action, arguments: proposal.arguments, hash };
  const approved: EventBody = { type: 'approved', ...of, by: me, approve: Boolean(payload.approve) };
  if (payload.arguments) {
    const did = payload.arguments as Record<string, unknown>;
    return said({ type: 'corrected', by: 'agent', correct: false, proposal: id, arguments: did, agent: me });
  }
  return payload.approve && proposal.status === 'awaiting'
    ? said(approved, { type: 'ran', ...of, outcome: 'done', reference: 'RF-5512', ms: 180 })
    : said(approved);
}

const noWait = { position: 1, within: null, confidence: null, basis: 'too-little' as const };

function intentOf(payload: Payload): { intent?: string } {
  return typeof payload.intent === 'string' ? { intent: payload.intent } : {};
}
