// C3, C4, C7: one question with two to four choices in the customer's words, then "Something else"; asked once
// more in other words, and after that a person is brought in instead.
import type { Because } from '../../shared/events.ts';
import type { Entity } from '../../shared/understanding.ts';
import type { Candidate } from './candidates.ts';
import type { Label, QuestionDraft } from './decision.ts';
import { offered } from './objects.ts';
import type { Reply } from './reply.ts';
import { type Said, saidWith } from './said-with.ts';
import type { FactRecord, Situation } from './situation.ts';

/** What a choice of a clarification means. */
export type Meaning =
  /** With what was said of it already, which is not asked for again (C8). */
  | ({ intent: string } & Said)
  | { record: string; fact: string }
  | { value: string }
  | { person: true }
  | { carryOn: true }
  | { else: true };

/** What goes on when a question is answered: the intent that was taken up, and what is known of it. */
export interface Pending {
  intent: string;
  record?: string;
  details: Record<string, string>;
  /** The detail that is asked for. */
  detail?: string;
}

export const somethingElse = 'else';
const mostChoices = 4;
const fewestChoices = 2;

export interface Asked {
  /** What the message names. */
  entities?: Entity[];
  /** Once more, in other words, after the question with these meanings. */
  again?: boolean;
  before?: Record<string, Meaning>;
}

/** A clarification about what is meant, from the best candidates; the site's others fill it up to two. */
export function clarify(
  situation: Situation,
  candidates: Pick<Candidate, 'intent'>[],
  why: Because[],
  { entities = [], again = false, before = {} }: Asked = {},
): Reply {
  const intents = candidates.slice(0, again ? mostChoices : mostChoices - 1).map(({ intent }) => intent);
  for (const intent of situation.site.intents) {
    if (intents.length >= fewestChoices) break;
    if (!intents.includes(intent) && offered(situation, intent)) intents.push(intent);
  }
  const means: Record<string, Meaning> = { [somethingElse]: { else: true } };
  for (const intent of intents)
    means[intent.id] = { ...before[intent.id], intent: intent.id, ...saidWith(situation, intent, entities) };
  const question: QuestionDraft = {
    draft: 'question',
    id: situation.nextId(),
    kind: 'clarify',
    say: { say: 'clarify', again },
    choices: [...intents.map(({ id, label }) => ({ id, label: { words: label } })), elseChoice],
    means,
    ...(again ? { again } : {}),
  };
  return { move: 'clarify', because: why, drafts: [question], effects: [], notes: { clarified: true } };
}

/** "Which booking?": the customer's own records as the choices; `stranger` is what they named that is none of these. */
export function askWhich(
  situation: Situation,
  records: FactRecord[],
  pending: Pending,
  why: Because[],
  { again = false, stranger }: { again?: boolean; stranger?: string } = {},
): Reply {
  const shown = records.slice(0, mostChoices);
  const means: Record<string, Meaning> = { [somethingElse]: { else: true } };
  for (const record of shown) means[record.id] = { record: record.id, fact: record.fact };
  const question: QuestionDraft = {
    draft: 'question',
    id: situation.nextId(),
    kind: 'detail',
    say: { say: 'which', again, ...(stranger === undefined ? {} : { stranger }) },
    choices: [...shown.map((record) => ({ id: record.id, label: { text: record.label } })), elseChoice],
    means,
    pending: { ...pending },
    ...(again ? { again } : {}),
  };
  return {
    move: 'ask-which',
    because: why,
    drafts: [question],
    effects: [],
    notes: { clarified: true, intent: pending.intent },
  };
}

const elseChoice: { id: string; label: Label } = { id: somethingElse, label: { notice: 'something-else' } };
