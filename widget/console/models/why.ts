// Why the assistant wrote what it wrote: the reading, what it saw, and the decisions that stand in the log before
// one of its messages.
import type { Event, EventOf } from '../../../shared/events.ts';

export interface Why {
  reading?: EventOf<'understood'>;
  observed?: EventOf<'observed'>;
  /** Of this turn up to the message, oldest first; the last one made it. */
  decisions: EventOf<'decided'>[];
  /** Actions that ran in this turn before the message. */
  ran: EventOf<'ran' | 'undone'>[];
}

/** Undefined when nothing was decided before it: fixed notices of the system, a greeting that is not decided. */
export function why(events: readonly Event[], seq: number): Why | undefined {
  const before = events.filter((event) => event.seq < seq);
  const made = before.findLast((event) => event.type === 'decided');
  if (!made) return undefined;
  const turn = turnStart(before, made);
  const inTurn = before.filter((event) => event.seq >= turn);
  const decisions = inTurn.filter((event) => event.type === 'decided');
  const reading = before.findLast(
    (event) => event.type === 'understood' && (made.on === undefined ? true : event.message === made.on),
  ) as EventOf<'understood'> | undefined;
  const observed = inTurn.findLast((event) => event.type === 'observed' && event.seq < made.seq) as
    | EventOf<'observed'>
    | undefined;
  return {
    ...(reading ? { reading } : {}),
    ...(observed ? { observed } : {}),
    decisions,
    ran: inTurn.filter((event) => event.type === 'ran' || event.type === 'undone'),
  };
}

/** The seq of what the customer did that the decision is about; else of the decision itself. */
function turnStart(before: readonly Event[], made: EventOf<'decided'>): number {
  if (made.on !== undefined) return made.on;
  const said = before.findLast((event) => event.seq < made.seq && byCustomer(event));
  return said?.seq ?? made.seq;
}

function byCustomer(event: Event): boolean {
  if (event.type === 'message') return event.from === 'customer';
  return ['answered', 'asked', 'waited', 'opened'].includes(event.type);
}
