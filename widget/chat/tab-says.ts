// What the customer's open pages tell each other, so that they show the same. They may be of different versions, so
// what is heard is checked as far as it is relied on.
import type { Parcel } from './outbox-model.ts';

export type TabSays =
  /** Sent off, or moved on, on another page. */
  | { type: 'parcel'; parcel: Parcel }
  /** Taken back by the customer. */
  | { type: 'gone'; id: string }
  /** Two pages that arrived at once without a session are one visitor: the one who has said something, or the lower id. */
  | { type: 'session'; visitor: string; token: string; spoken: boolean }
  | { type: 'seen'; conversation: string; seq: number }
  /** This draft was sent: it is nobody's draft any more. */
  | { type: 'draftSent'; text: string };

type Raw = Record<string, unknown>;

/** What another page told, or undefined when it is nothing that this version knows. */
export function parseTabSays(said: unknown): TabSays | undefined {
  const { type, parcel, id, visitor, token, spoken, conversation, seq, text } = (said ?? {}) as Raw;
  if (type === 'parcel' && isParcel(parcel)) return { type, parcel };
  if (type === 'gone' && typeof id === 'string') return { type, id };
  // The visitor is only compared, and by an order that anything has.
  if (type === 'session' && typeof token === 'string')
    return { type, visitor: visitor as string, token, spoken: !!spoken };
  if (type === 'seen' && typeof conversation === 'string' && typeof seq === 'number')
    return { type, conversation, seq };
  if (type === 'draftSent' && typeof text === 'string') return { type, text };
  return undefined;
}

/** As far as the outbox relies on it; the server checks the rest. */
export function isParcel(value: unknown): value is Parcel {
  const { event, payload, at, state } = (value ?? {}) as Raw;
  const id = (payload as Raw | undefined)?.id;
  return [event, id, state].every((part) => typeof part === 'string') && typeof at === 'number';
}
