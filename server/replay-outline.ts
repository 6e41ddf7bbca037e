// What a decision came to, in a form that two of them can be compared by.
import type { Because, BodyOf, EventBody } from '../shared/events.ts';
import type { Draft, MessageDraft } from './decide/decision.ts';

/** As far as a decision can be compared. */
export interface Outline {
  move: string;
  because: Because[];
  /** Proposals, questions with their choices, triggers of a handoff, articles, acknowledgements. */
  does: string[];
  /** What the customer reads. */
  says: string[];
}

/** Of the events of a decision, worded or not: drafts without words say nothing. */
export function outline(events: Draft[]): Outline {
  const worded = events.filter((event) => 'type' in event);
  const decided = worded.find((event) => event.type === 'decided');
  return {
    move: decided?.move ?? 'nothing',
    because: decided?.because ?? [],
    does: events.flatMap((event) => ('type' in event ? doing(event) : intending(event))),
    says: worded.flatMap(saying),
  };
}

function doing(event: EventBody): string[] {
  switch (event.type) {
    case 'proposed':
      return [`propose ${event.action} ${inOrder(event.arguments)}`];
    case 'confirmed':
      return [`run ${event.action}`];
    case 'question':
      return asking(event);
    case 'handoff':
      return handing(event);
    case 'lapsed':
      return [`close ${event.why}`];
    case 'message':
      return telling(event);
    default:
      return [];
  }
}

function intending(draft: Exclude<Draft, EventBody>): string[] {
  switch (draft.draft) {
    case 'question':
      return asking(draft);
    case 'handoff':
      return handing(draft.event);
    case 'message':
      return telling(draft);
    case 'brief':
      return [];
  }
}

function asking({ kind, choices }: { kind: string; choices: { id: string }[] }): string[] {
  return [`ask ${kind}: ${choices.map(({ id }) => id).join(', ')}`];
}

function handing({ triggers }: Pick<BodyOf<'handoff'>, 'triggers'>): string[] {
  return [`hand off: ${triggers.map(({ trigger }) => trigger).join(', ')}`];
}

function telling({ acknowledges, articles = [] }: Pick<MessageDraft, 'acknowledges' | 'articles'>): string[] {
  const named = acknowledges && `acknowledge ${Object.values(acknowledges).join(' ') || 'plainly'}`;
  return [...(named ? [named] : []), ...articles.map(({ id }) => `cite ${id}`)];
}

function saying(event: EventBody): string[] {
  if (event.type === 'message' || event.type === 'handoff') return [event.text];
  if (event.type !== 'question') return [];
  const { title, effect, money, undoable } = event.card ?? {};
  const texts = [event.text, title, effect, money, undoable, ...event.choices.map(({ label }) => label)];
  return texts.filter((text) => text !== undefined);
}

/** A log keeps no order of properties. */
function inOrder(values: Record<string, unknown>): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ');
}
