// An intent that is sure is taken up: answered from facts or an article, handed to a person, or led to a
// proposal. What is missing is asked for one thing at a time, and only when it is not known (C8, C9).
import type { Because } from '../../shared/events.ts';
import type { Entity } from '../../shared/understanding.ts';
import type { Action, Detail, Intent } from '../site/site.ts';
import { bringPerson } from './bring-person.ts';
import { bufferReply, mustWait } from './buffer.ts';
import { askWhich, type Pending } from './clarify.ts';
import { askDetail } from './details.ts';
import { forPerson } from './for-person.ts';
import { handOff } from './hand-off.ts';
import { holdFirst } from './hold-first.ts';
import type { Passage } from './input.ts';
import { actionOf, eligible, intentOf, known, narrowed, neededFact, strangerIn } from './objects.ts';
import { propose } from './propose.ts';
import { customerValues, notice, type Reply, siteWords } from './reply.ts';
import { isForPerson, rolloutMode } from './rollout-mode.ts';
import { because } from './rules.ts';
import type { FactRecord, Situation } from './situation.ts';

export interface TakeUp {
  pending: Pending;
  /** What the message named, to narrow the records and fill the details; absent: no message is at hand. */
  entities?: Entity[];
  passages?: Passage[];
  /** The message itself is frustrated: what cannot be undone may have to wait (E3). */
  frustrated?: boolean;
}

/** What is done about a sure intent. */
export function takeUp(situation: Situation, step: TakeUp, why: Because[]): Reply {
  const intent = intentOf(situation, step.pending.intent);
  // A new version of the site has it no more: what was asked about it leads nowhere.
  if (!intent) {
    const gone = because('C4', { gone: step.pending.intent });
    return { move: 'listen', because: [...why, gone], drafts: [notice('tell-me-more')], effects: [] };
  }
  if (intent.person) {
    return handOff(situation, [{ trigger: 'intent', evidence: { intent: intent.id } }], why, [], {
      intent: intent.id,
    });
  }
  const fact = neededFact(situation, intent);
  const missing = fact === undefined ? undefined : withoutFacts(situation, intent, fact, why);
  if (missing) return missing;
  const action = actionOf(situation, intent);
  if (action && !situation.conversation.view.customer) return signIn(intent, why, { action: action.id });
  if (action) return lead(situation, intent, action, step, why);
  return answer(situation, intent, step, why);
}

/** P3, A3: without the customer's facts nothing of theirs is said or done. */
function withoutFacts(situation: Situation, intent: Intent, fact: string, why: Because[]): Reply | undefined {
  const facts = known(situation, fact);
  if (facts.ok) return undefined;
  if (facts.why === 'anonymous') return signIn(intent, why, { fact });
  const notes = { intent: intent.id };
  const trigger = { trigger: 'failure' as const, evidence: { fact, why: facts.why } };
  return bringPerson(
    situation,
    [trigger],
    [...why, because('A3', { fact, why: facts.why })],
    [notice('unavailable')],
    notes,
  );
}

function signIn(intent: Intent, why: Because[], evidence: Record<string, unknown>): Reply {
  return {
    move: 'sign-in',
    because: [...why, because('P3', evidence)],
    drafts: [notice('sign-in')],
    effects: [],
    notes: { intent: intent.id },
  };
}

function answer(situation: Situation, intent: Intent, step: TakeUp, why: Because[]): Reply {
  const notes = { intent: intent.id, progress: true };
  const done = (reason: Because[], drafts: Reply['drafts']): Reply => ({
    move: 'answer',
    because: [...why, ...reason],
    drafts,
    effects: [],
    notes,
  });
  if (intent.answer && intent.about !== undefined) {
    const facts = known(situation, intent.about);
    const all = facts.ok ? facts.records : [];
    const records = meant(situation, intent.about, all, step);
    const ask = records.length === 0 ? askInstead(situation, intent.about, all, step, why) : undefined;
    if (ask) return ask;
    if (records.length === 0)
      return done([because('C9', { fact: intent.about, records: 0 })], [notice('nothing-to-act-on')]);
    const words = intent.answer;
    return done(
      [],
      records.map((record) => siteWords(words, valuesOf(situation, record))),
    );
  }
  if (intent.answer) return done([], [siteWords(intent.answer, valuesOf(situation))]);
  const source = sourceOf(situation, intent, step.passages ?? []);
  const cited = { title: source.title, ...(source.url ? { url: source.url } : {}) };
  return done(
    [because('K1', { article: source.article })],
    [
      {
        draft: 'message',
        from: 'assistant',
        say: { say: 'passage', text: source.text, ...cited },
        articles: [{ id: source.article, ...cited }],
      },
    ],
  );
}

/** What the intent's article says to the question, if it says it clearly; else how it begins, in their language. */
function sourceOf(situation: Situation, intent: Intent, passages: Passage[]): Omit<Passage, 'score'> {
  const { site, conversation } = situation;
  const fits = passages.find(
    ({ article, score }) => article === intent.article && score >= site.thresholds.knowledge,
  );
  if (fits) return fits;
  const locale = conversation.inside.language ?? conversation.view.locale;
  const versions = site.articles.filter(({ id }) => id === intent.article);
  const article = versions.find((version) => version.locale === locale) ?? versions[0];
  if (!article) throw new Error(`intent ${intent.id} has neither answer nor article`);
  const { id, title, url, text } = article;
  return { article: id, title, text: firstParagraph(text), ...(url ? { url } : {}) };
}

function lead(situation: Situation, intent: Intent, action: Action, step: TakeUp, why: Because[]): Reply {
  const { pending, frustrated } = step;
  const notes = { intent: intent.id };
  if (situation.gates.open.includes(action.id)) {
    const trigger = { trigger: 'failure' as const, evidence: { action: action.id, breaker: 'open' } };
    return bringPerson(
      situation,
      [trigger],
      [...why, because('A3', trigger.evidence)],
      [notice('unavailable')],
      notes,
    );
  }
  const records = eligible(situation, action);
  let record: FactRecord | undefined;
  if (action.on !== undefined) {
    const fits = meant(situation, action.on, records, step);
    const ask = fits.length === 0 ? askInstead(situation, action.on, records, step, why) : undefined;
    if (ask) return ask;
    if (fits.length === 0) {
      const evidence = { action: action.id, records: records.length };
      return {
        move: 'nothing-to-act-on',
        because: [...why, because('C9', evidence)],
        drafts: [notice('nothing-to-act-on')],
        effects: [],
        notes,
      };
    }
    if (fits.length > 1)
      return askWhich(situation, fits, pending, [
        ...why,
        because('C9', { records: fits.map(({ id }) => id) }),
      ]);
    record = fits[0];
    if (records.length === 1) why = [...why, because('C8', { record: record?.id })];
  }
  const asked = missingDetail(intent, pending);
  if (asked) {
    const known = { ...pending, ...(record ? { record: record.id } : {}) };
    return askDetail(situation, asked, known, [...why, because('C8', { missing: asked.id })]);
  }
  const proposed = { action, intent: intent.id, details: pending.details, ...(record ? { record } : {}) };
  if (situation.gates.held.includes(action.id)) return forPerson(situation, proposed, { held: true }, why);
  const mode = rolloutMode(situation, action);
  if (isForPerson(mode)) return forPerson(situation, proposed, { mode }, why);
  if (frustrated && mustWait(situation, action)) return bufferReply(situation, intent.id);
  // What is promised is one of the customer's records: a site with a hold on nothing is refused.
  if (action.hold && record) return holdFirst(situation, { ...proposed, record }, action.hold, why);
  return propose(situation, proposed, why);
}

/** The records that it is about: the one that was chosen, else those that the message names. */
function meant(
  situation: Situation,
  fact: string,
  records: FactRecord[],
  { pending, entities = [] }: TakeUp,
): FactRecord[] {
  return pending.record
    ? records.filter(({ id }) => id === pending.record)
    : narrowed(situation, fact, records, entities);
}

/** They named what is none of theirs: which of those that there are they mean is a question, never a guess. */
function askInstead(
  situation: Situation,
  fact: string,
  records: FactRecord[],
  { pending, entities = [] }: TakeUp,
  why: Because[],
): Reply | undefined {
  const stranger = strangerIn(situation, fact, entities);
  if (!stranger || records.length === 0) return undefined;
  const evidence = { stranger: stranger.value, records: records.map(({ id }) => id) };
  const reasons = [...why, because('C9', evidence)];
  return askWhich(situation, records, pending, reasons, { stranger: stranger.text });
}

function missingDetail(intent: Intent, pending: Pending): Detail | undefined {
  return intent.details.find((detail) => pending.details[detail.id] === undefined);
}

function valuesOf(situation: Situation, record?: FactRecord): Record<string, unknown> {
  return { ...record?.value, object: record?.value ?? {}, customer: customerValues(situation) };
}

function firstParagraph(markdown: string): string {
  return (
    markdown
      .split(/\n\s*\n/)
      .find((block) => block.trim() !== '' && !block.startsWith('#'))
      ?.trim() ?? markdown
  );
}
