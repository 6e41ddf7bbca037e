// E6: the last look before anything is said. Whoever composed it (template, LLM, a shadow's draft), a reply that
// breaks a rule does not go out.
import type { Conversation } from '../../shared/conversation.ts';
import type { EventBody } from '../../shared/events.ts';
import { claims } from './claims.ts';
import { isProven, proofOf } from './proof.ts';

export interface Refusal {
  rule: 'E6' | 'C3' | 'H7' | 'D3' | 'D7' | 'H2';
  text: string;
  /** The event that is to blame, where it is one. */
  event?: EventBody;
}

export interface Reply {
  events: EventBody[];
  /** Those of them whose text no template holds: their words are looked at too. */
  composed?: ReadonlySet<EventBody>;
  /** An acknowledgement is due (E1, E2). */
  owes: boolean;
  /** BCP 47, of what is said. */
  locale?: string;
}

/** Languages whose claims are found (`claims.ts`). */
const readable = /^(?:en|de)\b/i;

/** What is wrong with the reply; empty when it may go out. */
export function gate(
  { events, composed = new Set(), owes, locale = 'en' }: Reply,
  conversation: Conversation,
): Refusal[] {
  const refusals: Refusal[] = [];
  const spoken = events.filter(
    (event) => event.type === 'question' || (event.type === 'message' && event.from === 'assistant'),
  );
  const first = spoken[0];
  // A composed text acknowledges nothing by saying that it does.
  if (owes && first && !(first.type === 'message' && first.acknowledges && !composed.has(first))) {
    refusals.push({ rule: 'E6', text: 'an acknowledgement is due and the reply does not begin with one' });
  }
  if (openAfter(events, conversation) > 1) {
    refusals.push({ rule: 'C3', text: 'two questions would be open at once' });
  }
  if (conversation.view.status === 'claimed' && spoken.length > 0) {
    refusals.push({ rule: 'H7', text: 'the assistant would speak after a claim' });
  }
  refusals.push(...stackedQuestions(events, composed));
  // Of composed words that cannot be read it cannot be said that they claim nothing: only templates speak there.
  if (!readable.test(locale))
    for (const event of composed)
      refusals.push({ rule: 'D7', text: `nothing reads what is claimed in “${locale}”`, event });
  return [...refusals, ...unproven(events, composed, conversation)];
}

/** How many questions would be open once these events are in the log. */
function openAfter(events: EventBody[], conversation: Conversation): number {
  const open = new Set(conversation.view.open === undefined ? [] : [conversation.view.open]);
  for (const event of events) {
    if (event.type === 'question') open.add(event.id);
    if (event.type === 'answered' || event.type === 'lapsed') open.delete(event.question);
  }
  return open.size;
}

/** C3: a composed text asks at most one thing, and nothing beside a question of the same turn. */
function stackedQuestions(events: EventBody[], composed: ReadonlySet<EventBody>): Refusal[] {
  let asked = events.filter((event) => event.type === 'question' && !composed.has(event)).length;
  return events.flatMap((event): Refusal[] => {
    const count = composed.has(event) ? (textOf(event).match(/[?？]+/g) ?? []).length : 0;
    asked += Math.max(count, composed.has(event) && event.type === 'question' ? 1 : 0);
    return count > 0 && asked > 1
      ? [{ rule: 'C3', text: 'the composed text asks a second thing', event }]
      : [];
  });
}

/** D7, D3, H2: no composed text claims what no receipt proves, nor promises what no card or handoff stands for. */
function unproven(
  events: EventBody[],
  composed: ReadonlySet<EventBody>,
  conversation: Conversation,
): Refusal[] {
  if (composed.size === 0) return [];
  const proof = proofOf(events, conversation);
  return events
    .filter((event) => composed.has(event))
    .flatMap((event) =>
      claims(textOf(event))
        .filter((claim) => !isProven(claim, proof))
        .map(({ says, deed, clause }): Refusal => {
          const rule = deed === 'person' ? 'H2' : says === 'done' ? 'D7' : 'D3';
          return { rule, text: `nothing proves what is ${says}: “${clause}”`, event };
        }),
    );
}

function textOf(event: EventBody): string {
  return event.type === 'message' || event.type === 'question' ? event.text : '';
}
