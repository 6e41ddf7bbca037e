// A decision's drafts into words, through the gate: what it refuses does not go out. What can be mended is, at
// once: a missing acknowledgement by the plain safe one (E6), composed words that claim too much by a plain
// sentence, so that nobody waits for the gate and nobody is left without an answer. Anything else is a fault.
import type { EventBody } from '../../shared/events.ts';
import type { Decision, Draft, MessageDraft, Saying } from '../decide/decision.ts';
import { gate, type Refusal } from './gate.ts';
import { type SpeakContext, speak } from './speak.ts';

const plainAcknowledgement: MessageDraft = {
  draft: 'message',
  from: 'assistant',
  say: { say: 'acknowledge' },
  acknowledges: {},
};

/** The events to append; `owes`: an acknowledgement is due. Throws when the gate refuses what it cannot mend. */
export function compose(decision: Decision, context: SpeakContext, owes: boolean): EventBody[] {
  const first = spoken(decision.events, context, owes);
  if (first.refusals.length === 0) return first.events;
  const blamed = new Set(first.refusals.map(({ event }) => event && first.events.indexOf(event)));
  const safe = withoutBlamed(decision.events, blamed);
  const lacking = first.refusals.some(({ rule }) => rule === 'E6');
  const mended = spoken(lacking ? [plainAcknowledgement, ...safe] : safe, context, owes);
  if (mended.refusals.length > 0) throw new Error(`the gate refused: ${inWords(mended.refusals)}`);
  return mended.events.map((event) => (event.type === 'decided' ? told(event, first.refusals) : event));
}

function spoken(drafts: Draft[], context: SpeakContext, owes: boolean) {
  const events = speak(drafts, context);
  const composed = new Set(events.filter((_, index) => sayingOf(drafts[index])?.say === 'composed'));
  return { events, refusals: gate({ events, composed, owes, locale: context.locale }, context.conversation) };
}

function sayingOf(draft: Draft | undefined): Saying | undefined {
  return draft && 'say' in draft ? draft.say : undefined;
}

/** The composed texts at these places give way to a sentence of our own; a second one is not said twice. */
function withoutBlamed(drafts: Draft[], blamed: ReadonlySet<number | undefined>): Draft[] {
  let said = false;
  return drafts.flatMap((draft, index): Draft[] => {
    if (!blamed.has(index) || !('draft' in draft)) return [draft];
    if (draft.draft === 'question') return [{ ...draft, say: { say: 'clarify', again: false } }];
    if (draft.draft !== 'message' || said) return [];
    said = true;
    // Whatever it said of itself, it acknowledges nothing.
    const { acknowledges: _, ...rest } = draft;
    return [{ ...rest, say: { say: 'notice', notice: 'unsaid' } }];
  });
}

/** R2: the decision says what was not let out, and by which rule. */
function told(event: EventBody & { type: 'decided' }, refusals: Refusal[]): EventBody {
  const because = refusals.map(({ rule, text }) => ({ rule, text, evidence: { gate: 'refused' } }));
  return { ...event, because: [...event.because, ...because] };
}

function inWords(refusals: Refusal[]): string {
  return refusals.map(({ rule, text }) => `${rule} ${text}`).join('; ');
}
