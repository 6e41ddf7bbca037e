// The customer's stored event → what a decision is about; a message with what was read of it.
import type { BodyOf, Event } from '../shared/events.ts';
import type { Input } from './decide/input.ts';
import type { Read } from './understand/read-message.ts';

export interface TurnInput {
  input: Input;
  /** With a message: its reading, as it goes into the log. */
  understood?: BodyOf<'understood'>;
}

/** Undefined for an event that asks for no turn, and for words that were not read. */
export function turnInput(event: Event, read?: Read): TurnInput | undefined {
  const { seq } = event;
  switch (event.type) {
    case 'message':
      if (event.from !== 'customer') return undefined;
      if (event.file) return { input: { kind: 'file', seq } };
      return read && ofMessage(event, read);
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

function ofMessage(
  { seq, text }: Extract<Event, { type: 'message' }>,
  { reading, passages }: Read,
): TurnInput {
  return {
    input: { kind: 'message', seq, text, reading, passages },
    understood: {
      type: 'understood',
      message: seq,
      ...reading,
      entities: reading.entities.map((entity) => ({ ...entity })),
    },
  };
}
