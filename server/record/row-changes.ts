// What events do to their conversation's row: status, customer, place in line and agent follow from the log, so
// that no caller can store one without the other. Pure.
import { applyEvent } from '../../shared/apply-event.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { EventBody, EventType } from '../../shared/events.ts';
import type { Append, ConversationRow } from '../store/store.ts';

export interface RowChanges {
  row: NonNullable<Append['row']>;
  /** The right to speak changes hands (H7). */
  raiseFence: boolean;
  /** An agent's service that ends here. */
  service?: NonNullable<Append['service']>;
}

type Place = Pick<ConversationRow, 'customer' | 'queuedAt' | 'priority' | 'claimedAt' | 'agent'>;

const outOfLine = { queuedAt: null, priority: 0, claimedAt: null, agent: null };

/** What the fold's status or the place in line can follow from. */
const movers: ReadonlySet<EventType> = new Set<EventType>([
  'identified',
  'handoff',
  'claimed',
  'requeued',
  'returned',
  'waited',
  'resolved',
]);

/** Whether the line of those who wait, or what an agent has in hand, may be another one after it. */
export function movesLine(body: EventBody): boolean {
  return movers.has(body.type);
}

/** A customer's message is among them: it opens again what was resolved (N2). */
function moves(body: EventBody): boolean {
  return movesLine(body) || (body.type === 'message' && body.from === 'customer');
}

/**
 * `undefined` when no such event is among them: then they are stored whatever the row has become meanwhile. All
 * others hold only for the row as it is here, even where they leave it as it is.
 */
export function rowChanges(
  row: ConversationRow,
  conversation: Conversation,
  events: EventBody[],
  at: number,
): RowChanges | undefined {
  if (!events.some(moves)) return undefined;
  let folded = conversation;
  let place: Place = row;
  let raiseFence = false;
  let service: RowChanges['service'];
  events.forEach((body, index) => {
    const stated = folded.inside.handoff?.within ?? null;
    folded = applyEvent(folded, { ...body, seq: row.seq + index + 1, at });
    const next = placeAfter(place, body, at);
    if (next === place) return;
    if (body.type === 'returned' || body.type === 'resolved') {
      service = serviceOf(place, at, stated) ?? service;
    }
    raiseFence ||= next.agent?.id !== place.agent?.id;
    place = next;
  });
  // Only a change by these events counts: an erased log folds to less than its row says.
  const statusChanged = folded.view.status !== conversation.view.status;
  const { customer, queuedAt, priority, claimedAt, agent } = place;
  return {
    row: {
      customer,
      queuedAt,
      priority,
      claimedAt,
      agent,
      ...(statusChanged ? { status: folded.view.status } : {}),
    },
    raiseFence,
    ...(service ? { service } : {}),
  };
}

function placeAfter(place: Place, body: EventBody, at: number): Place {
  switch (body.type) {
    case 'identified':
      return { ...place, customer: body.customer };
    case 'handoff':
      return { ...place, queuedAt: place.queuedAt ?? at, priority: body.priority };
    case 'claimed':
      return { ...place, claimedAt: at, agent: body.agent };
    case 'requeued':
      // Back to the place that it had (H9); one that was taken over from the assistant never had one.
      return { ...place, queuedAt: place.queuedAt ?? at, claimedAt: null, agent: null };
    case 'returned':
    case 'resolved':
      return { ...place, ...outOfLine };
    case 'waited':
      return body.choice === 'assistant' ? { ...place, ...outOfLine } : place;
    default:
      return place;
  }
}

/** One that was taken over without having waited counts as claimed the moment it came. */
function serviceOf(place: Place, at: number, stated: number | null): RowChanges['service'] {
  if (!place.agent || place.claimedAt === null) return undefined;
  const { agent, claimedAt, queuedAt } = place;
  return {
    agent: agent.id,
    queuedAt: queuedAt ?? claimedAt,
    claimedAt,
    endedAt: at,
    stated: queuedAt === null ? null : stated,
  };
}
