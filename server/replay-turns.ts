// The decisions of a recorded conversation, each with what it was about, what it saw, and what came of it.
import { applyEvent, emptyConversation } from '../shared/apply-event.ts';
import type { Conversation } from '../shared/conversation.ts';
import type { BodyOf, Event, EventOf } from '../shared/events.ts';
import { awaitingOf } from './decide/awaiting.ts';
import type { Input } from './decide/input.ts';

export interface RecordedTurn {
  decided: EventOf<'decided'>;
  /** As it stood when it was decided. */
  conversation: Conversation;
  observed: EventOf<'observed'>;
  /** The reading that was decided on, with a message. */
  understood?: EventOf<'understood'>;
  /** The customer's event that it was about. */
  about?: Event;
  /** What came of it, in its order. */
  said: Event[];
}

const results = new Set<Event['type']>([
  'message',
  'question',
  'handoff',
  'brief',
  'proposed',
  'confirmed',
  'voided',
  'lapsed',
  'answered',
  'ran',
  'undone',
  'hold-asked',
  'hold-answered',
]);

/** `events`: the whole log of the conversation. Decisions that say nothing of what they saw are left out. */
export function recordedTurns(events: Event[]): RecordedTurn[] {
  const turns: RecordedTurn[] = [];
  let conversation = emptyConversation;
  let before: Conversation | undefined;
  let understood: EventOf<'understood'> | undefined;
  let observed: EventOf<'observed'> | undefined;
  for (const [index, event] of events.entries()) {
    if (event.type === 'understood' || event.type === 'observed') before ??= conversation;
    if (event.type === 'understood') understood = event;
    if (event.type === 'observed') observed = event;
    if (event.type === 'decided') {
      if (before && observed) {
        const about = events.find(({ seq }) => seq === event.on);
        turns.push({
          decided: event,
          conversation: before,
          observed,
          ...(understood && understood.message === event.on ? { understood } : {}),
          ...(about ? { about } : {}),
          said: saidBy(event, events.slice(index + 1)),
        });
      }
      before = undefined;
      understood = undefined;
      observed = undefined;
    }
    conversation = applyEvent(conversation, event);
  }
  return turns;
}

/** What was appended together with a decision: the same moment, nothing of the customer's, no agent in between. */
function saidBy({ at }: Event, following: Event[]): Event[] {
  const end = following.findIndex((event) => {
    const theirs = event.type === 'message' && (event.from === 'customer' || event.from === 'agent');
    const pressed = event.type === 'answered' && event.by === 'button';
    return event.at !== at || theirs || pressed || !results.has(event.type);
  });
  return end < 0 ? following : following.slice(0, end);
}

/** The input of a decision that was about no event of the customer's; undefined when the log does not tell. */
export function inputWithoutEvent({ decided, conversation, said }: RecordedTurn): Input | undefined {
  for (const event of said) {
    if (event.type === 'ran' || event.type === 'undone') return outcomeInput(event);
    if (event.type === 'hold-answered') return holdInput(event);
  }
  const { question } = conversation.inside;
  if (decided.notes?.saved) return { kind: 'timer', name: 'watchdog', ref: String(decided.on ?? 0) };
  if (decided.on !== undefined) return undefined;
  if (decided.move === 'expire' && question) return { kind: 'timer', name: 'expiry', ref: question.id };
  if (decided.move === 'greet') return { kind: 'opened' };
  const awaiting = awaitingOf(conversation);
  if (awaiting) return { kind: 'agent', did: 'approved', proposal: awaiting.id };
  if (decided.move === 'back') return { kind: 'agent', did: 'returned' };
  return undefined;
}

function outcomeInput(event: BodyOf<'ran' | 'undone'>): Input {
  const { type, proposal, outcome, ms, reference, why } = event;
  return {
    kind: 'outcome',
    of: type === 'ran' ? 'run' : 'undo',
    proposal,
    outcome,
    ms,
    ...(reference ? { reference } : {}),
    ...(why ? { why } : {}),
  };
}

function holdInput({ hold, outcome, ms, why }: BodyOf<'hold-answered'>): Input {
  return { kind: 'outcome', of: 'hold', proposal: hold, outcome, ms, ...(why ? { why } : {}) };
}
