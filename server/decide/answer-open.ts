// C5, C6, D4: a message while a question is open: an answer in words, a new request, or an unclear answer.
import type { Proposal } from '../../shared/conversation.ts';
import type { EventBody, EventOf } from '../../shared/events.ts';
import { sameWords } from '../../shared/same-words.ts';
import type { Understanding } from '../../shared/understanding.ts';
import { bringPerson } from './bring-person.ts';
import { type Candidate, candidatesOf, heldBack, judge } from './candidates.ts';
import { askWhich, clarify, type Meaning, type Pending, somethingElse } from './clarify.ts';
import type { Draft } from './decision.ts';
import { askDetail, detailAnswer } from './details.ts';
import type { MessageInput } from './input.ts';
import { newRequest } from './new-request.ts';
import { actionOf, intentOf, isAboutAnother, recordsFor } from './objects.ts';
import { settle } from './on-choice.ts';
import { notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import { afterEvents, type Situation } from './situation.ts';

type Question = EventOf<'question'>;

export function answerOpen(situation: Situation, input: MessageInput, question: Question): Reply | undefined {
  return question.kind === 'confirm'
    ? answerConfirmation(situation, input, question)
    : answerClarification(situation, input, question);
}

function answerConfirmation(situation: Situation, input: MessageInput, question: Question): Reply {
  const { reading } = input;
  const live = situation.now < (question.expiresAt ?? 0);
  if (!live) return lapseAnd(situation, input, question, 'expired');
  // What the brain made of it does not matter here: only the label itself, typed whole, is the button.
  const label = question.choices.find(({ id }) => id === 'do')?.label ?? '';
  if (sameWords(input.text, label)) return choose(situation, input, question, 'do');
  const proposal = situation.conversation.inside.proposals[question.proposal ?? ''];
  if (reading.answer?.choice === 'keep' || reading.gesture === 'no')
    return choose(situation, input, question, 'keep');
  const verdict = judge(situation, reading);
  const another = verdict.kind === 'sure' && isAnother(situation, reading, verdict.candidate, proposal);
  if (!another && isNo(reading)) return choose(situation, input, question, 'keep');
  const other = another && !reading.guard;
  if (other || isQuestion(situation, input, proposal?.intent))
    return lapseAnd(situation, input, question, 'new-request');
  const { seq: _, at: __, ...same } = question;
  return {
    move: 'show-again',
    because: [because('D4', { answer: reading.answer ?? null, gesture: reading.gesture ?? null })],
    drafts: [notice('press-the-button'), same],
    effects: [],
  };
}

/** Another wish than the card's, or the same for another flight: "cancel the one to Lisbon" with the card for Oslo. */
function isAnother(
  situation: Situation,
  { guard, entities }: Understanding,
  { id, intent }: Candidate,
  proposal: Proposal | undefined,
): boolean {
  if (id !== proposal?.intent) return true;
  const action = actionOf(situation, intent);
  const source = situation.site.facts.find((fact) => fact.id === action?.on);
  const shown = source && proposal.object?.[source.key];
  return !guard && action !== undefined && isAboutAnother(situation, action, String(shown), entities);
}

/** "Don't cancel it" and "no, leave it" are; "yes, but not that one" is not, nor is what asks something. */
function isNo({ guard, gesture, opensWith }: Understanding): boolean {
  if (opensWith === 'no') return true;
  return guard === 'negated' && gesture !== 'yes' && opensWith !== 'yes';
}

/** The message asks something else that an article answers: a request of its own, not a word to the card. */
function isQuestion(
  situation: Situation,
  { passages, reading }: MessageInput,
  proposed: string | undefined,
): boolean {
  const score = passages[0]?.score ?? 0;
  const ofTheCard = reading.guard && (reading.guard === 'negated' || reading.intents[0]?.id === proposed);
  const word = reading.gesture || reading.opensWith || reading.answer;
  return !word && !ofTheCard && score >= situation.site.thresholds.knowledge;
}

function answerClarification(situation: Situation, input: MessageInput, question: Question): Reply {
  const { reading, text } = input;
  const means = (question.means ?? {}) as Record<string, Meaning>;
  const pending = question.pending as Pending | undefined;
  if (reading.answer && means[reading.answer.choice])
    return choose(situation, input, question, reading.answer.choice);
  if (reading.gesture === 'something-else' || reading.gesture === 'no')
    return choose(situation, input, question, somethingElse);
  const named = new Set(reading.entities.flatMap(({ kind, value }) => (kind === 'record' ? [value] : [])));
  const [record, ...others] = Object.keys(means).filter((choice) => named.has(choice));
  if (record !== undefined && others.length === 0) return choose(situation, input, question, record);

  // "I have cancelled it" picks no choice, however well it fits one.
  if (heldBack(situation, reading)) return lapseAnd(situation, input, question, 'new-request');
  const verdict = judge(situation, reading);
  if (verdict.kind === 'sure' && verdict.candidate.id !== pending?.intent) {
    if (means[verdict.candidate.id]) return choose(situation, input, question, verdict.candidate.id);
    return lapseAnd(situation, input, question, 'new-request');
  }
  if (verdict.kind === 'impossible') return lapseAnd(situation, input, question, 'new-request');
  const detail =
    pending?.detail && intentOf(situation, pending.intent)?.details.find(({ id }) => id === pending.detail);
  const value = detail ? detailAnswer(detail, text, reading.entities) : undefined;
  if (pending && detail && value !== undefined) {
    const known = { ...pending, details: { ...pending.details, [detail.id]: value } };
    const answered: EventBody = { type: 'answered', question: question.id, choice: 'typed', by: 'typed' };
    const reply = settle(afterEvents(situation, [answered]), { pending: known }, [
      because('C5', { detail: detail.id }),
    ]);
    return { ...reply, drafts: [answered, ...reply.drafts] };
  }
  return askAgain(situation, input, question);
}

/** C5: asked once more, differently; after that it is a person's turn (C7). */
function askAgain(situation: Situation, input: MessageInput, question: Question): Reply {
  const why = [because('C5', { unclear: true, again: question.again ?? false })];
  if (question.again) {
    const trigger = { trigger: 'no-progress' as const, evidence: { unclear: 2 } };
    return bringPerson(situation, [trigger], [...why, because('C7', trigger.evidence)]);
  }
  return differently(situation, input, question, why);
}

function differently(
  situation: Situation,
  input: MessageInput,
  question: Question,
  why: Reply['because'],
): Reply {
  const pending = question.pending as Pending | undefined;
  const intent = pending && intentOf(situation, pending.intent);
  const detail = intent?.details.find(({ id }) => id === pending?.detail);
  if (pending && detail) return askDetail(situation, detail, pending, why, true);
  const records = intent ? recordsFor(situation, intent) : [];
  if (pending && records.length > 0) return askWhich(situation, records, pending, why, { again: true });
  const offeredBefore = Object.keys(question.means ?? {}).flatMap((id) => {
    const before = intentOf(situation, id);
    return before ? [{ intent: before }] : [];
  });
  const fresh = candidatesOf(situation, input.reading).filter(
    ({ intent: one }) => !offeredBefore.some((old) => old.intent === one),
  );
  return clarify(situation, [...offeredBefore, ...fresh], why, {
    entities: input.reading.entities,
    again: true,
    before: (question.means ?? {}) as Record<string, Meaning>,
  });
}

function choose(situation: Situation, input: MessageInput, question: Question, choice: string): Reply {
  const answered: EventBody = { type: 'answered', question: question.id, choice, by: 'typed' };
  const reply = settle(afterEvents(situation, [answered]), { question, choice, passages: input.passages }, [
    because('C5', { choice }),
  ]);
  return { ...reply, drafts: [answered, ...reply.drafts] };
}

/** C6, D3: the question lapses; where it was a confirmation the customer is told that nothing was done. */
function lapseAnd(
  situation: Situation,
  input: MessageInput,
  question: Question,
  why: 'new-request' | 'expired',
): Reply {
  const lapsed: EventBody = { type: 'lapsed', question: question.id, why };
  const reply = newRequest(afterEvents(situation, [lapsed]), input);
  const told: Draft[] =
    question.kind === 'confirm'
      ? [{ ...notice(why === 'expired' ? 'expired' : 'lapsed'), from: 'system' }]
      : [];
  return {
    ...reply,
    because: [because('C6', { question: question.id, why }), ...reply.because],
    drafts: [lapsed, ...told, ...reply.drafts],
    effects: [...reply.effects, { effect: 'clear-timer', name: 'expiry', ref: question.id }],
  };
}
