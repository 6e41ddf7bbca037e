// The customer's stored event → what a decision is about. A message is read here, in the light of the
// conversation and the customer's own records.
import type { Conversation, Entry } from '../shared/conversation.ts';
import type { BodyOf, Event } from '../shared/events.ts';
import type { Understanding } from '../shared/understanding.ts';
import type { Input, Passage } from './decide/input.ts';
import type { Known } from './decide/situation.ts';
import type { Site } from './site/site.ts';
import { joinBurst } from './understand/join-burst.ts';
import type { ReadingContext } from './understand/reading-context.ts';
import type { SiteModel } from './understand/site-model.ts';
import { understand } from './understand/understand.ts';

export interface TurnInput {
  input: Input;
  /** With a message: its reading, as it goes into the log. */
  understood?: BodyOf<'understood'>;
}

/** Reads a text in its context: the embedded brain's `understand`, or any other that fills the same shape. */
export type Reader = (model: SiteModel, site: Site, text: string, context: ReadingContext) => Understanding;

export interface ReadingPorts {
  model: SiteModel;
  /** Default: the embedded brain. */
  reader?: Reader | undefined;
  /** What the articles say to a text, best first. */
  passages: (site: Site, text: string, locale: string) => Passage[];
  now: number;
}

/** Undefined for an event that asks for no turn. */
export function turnInput(
  event: Event,
  conversation: Conversation,
  site: Site,
  facts: Record<string, Known>,
  ports: ReadingPorts,
): TurnInput | undefined {
  const { seq } = event;
  switch (event.type) {
    case 'message':
      if (event.from !== 'customer') return undefined;
      return event.file ? { input: { kind: 'file', seq } } : read(event, conversation, site, facts, ports);
    case 'answered':
      return { input: { kind: 'choice', seq, question: event.question, choice: event.choice } };
    case 'asked': {
      const { what, proposal, question } = event;
      return {
        input: {
          kind: 'asked',
          seq,
          what,
          ...(proposal ? { proposal } : {}),
          ...(question ? { question } : {}),
        },
      };
    }
    case 'waited': {
      const { choice, contact, text } = event;
      return {
        input: { kind: 'waited', seq, choice, ...(contact ? { contact } : {}), ...(text ? { text } : {}) },
      };
    }
    case 'corrected':
      return event.by === 'customer'
        ? { input: { kind: 'corrected', seq, field: event.field ?? '', text: event.text ?? '' } }
        : undefined;
    case 'rated':
      return { input: { kind: 'rated', seq, score: event.score } };
    default:
      return undefined;
  }
}

const recentMessages = 10;

function read(
  event: Extract<Event, { type: 'message' }>,
  conversation: Conversation,
  site: Site,
  facts: Record<string, Known>,
  { model, reader = understand, passages, now }: ReadingPorts,
): TurnInput {
  const { inside, view } = conversation;
  const locale = inside.language ?? view.locale;
  const { question } = inside;
  const context: ReadingContext = {
    recent: view.entries
      .filter((entry) => entry.seq < event.seq && !('file' in entry))
      .slice(-recentMessages)
      .map(heard),
    lastIntents: inside.intents,
    records: Object.values(facts).flatMap((known) => (known.ok ? known.records : [])),
    locale,
    now,
    timeZone: site.hours.timeZone,
    ...(question ? { question: { kind: question.kind, choices: question.choices } } : {}),
  };
  const reading = reader(model, site, event.text, context);
  // What was sent in several messages is one question to the articles too.
  const whole = joinBurst(context.recent, event.text, now);
  return {
    input: {
      kind: 'message',
      seq: event.seq,
      text: event.text,
      reading,
      passages: passages(site, whole, reading.language),
    },
    understood: {
      type: 'understood',
      message: event.seq,
      ...reading,
      entities: reading.entities.map((entity) => ({ ...entity })),
    },
  };
}

/** A question and a line between the bubbles are answers too: what was written before them stands by itself. */
function heard(entry: Entry): ReadingContext['recent'][number] {
  const { at } = entry;
  switch (entry.kind) {
    case 'message':
      return { from: entry.from, text: entry.text, at };
    case 'question':
      return { from: 'assistant', text: entry.question.text, at };
    case 'line':
      return { from: 'system', text: entry.text, at };
  }
}
