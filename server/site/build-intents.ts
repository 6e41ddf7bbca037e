// intents.yaml: what customers come for, each leading to exactly one answer, action, article or person.
import { buildCondition } from './build-condition.ts';
import { type Building, buildPhrases, buildWords } from './build-words.ts';
import { checkExamples } from './check-examples.ts';
import { checkUnique } from './check-unique.ts';
import type { RawDetail, RawIntent } from './intents-schema.ts';
import { didYouMean } from './nearest.ts';
import type { Action, Article, Detail, FactSource, Intent } from './site.ts';
import { type Place, within } from './source-file.ts';
import { customerFields, type Variables } from './variables.ts';

export interface IntentsInput {
  facts: FactSource[];
  actions: Action[];
  articles: Article[];
}

const ends = ['answer', 'action', 'article', 'person'] as const;

export function buildIntents(
  building: Building,
  place: Place,
  raw: RawIntent[],
  input: IntentsInput,
): Intent[] {
  checkUnique(building.report, place, undefined, raw);
  const phrases = raw.map((intent, index) =>
    buildPhrases(building, within(place, index, 'examples'), intent.examples),
  );
  checkExamples(building, place, raw, phrases);
  return raw.map((intent, index) => {
    const examples = phrases[index]!.map(({ text }) => text);
    return { ...buildIntent(building, within(place, index), intent, input), examples };
  });
}

function buildIntent(
  building: Building,
  place: Place,
  raw: RawIntent,
  input: IntentsInput,
): Omit<Intent, 'examples'> {
  const { report } = building;
  const given = ends.filter((end) => raw[end] !== undefined);
  if (given.length !== 1) {
    const which = given.length === 0 ? 'leads nowhere' : `leads to ${given.join(' and ')}`;
    report.error(
      within(place, 'id'),
      `the intent "${raw.id}" ${which}`,
      'give exactly one of answer, action, article, person',
    );
  }
  checkReference(building, within(place, 'action'), raw.action, 'action', input.actions);
  checkReference(building, within(place, 'article'), raw.article, 'article', input.articles);
  checkReference(building, within(place, 'about'), raw.about, 'fact source', input.facts);
  if (raw.details.length > 0 && raw.action === undefined) {
    report.error(
      within(place, 'details'),
      'details are asked for an action, and there is none',
      'remove them',
      'key',
    );
  }
  if (raw.about !== undefined && raw.answer === undefined) {
    report.error(
      within(place, 'about'),
      '"about" gives an answer its record, and there is no answer',
      'remove it',
      'key',
    );
  }
  checkUnique(report, within(place), 'details', raw.details);
  const about = input.facts.find(({ id }) => id === raw.about);
  const spoken: Variables = {
    customer: { one: customerFields },
    ...(about ? { object: { one: about.schema } } : {}),
  };
  const when =
    raw.when === undefined
      ? undefined
      : buildCondition(building, within(place, 'when'), raw.when, conditionVariables(input.facts));
  return {
    id: raw.id,
    label: buildWords(building, within(place, 'label'), raw.label),
    topic: buildWords(building, within(place, 'topic'), raw.topic),
    ...(raw.answer === undefined
      ? {}
      : { answer: buildWords(building, within(place, 'answer'), raw.answer, spoken) }),
    ...(raw.action === undefined ? {} : { action: raw.action }),
    ...(raw.article === undefined ? {} : { article: raw.article }),
    ...(raw.person === undefined ? {} : { person: raw.person }),
    ...(raw.about === undefined ? {} : { about: raw.about }),
    details: raw.details.map((detail, index) =>
      buildDetail(building, within(place, 'details', index), detail),
    ),
    ...(when ? { when } : {}),
  };
}

function conditionVariables(facts: FactSource[]): Variables {
  const records = facts.map(({ id, schema }) => [id, { many: schema }] as const);
  return { ...Object.fromEntries(records), customer: { one: customerFields }, now: 'time' };
}

function checkReference(
  { report }: Building,
  place: Place,
  id: string | undefined,
  kind: string,
  known: { id: string }[],
): void {
  if (id === undefined || known.some((one) => one.id === id)) return;
  const ids = [...new Set(known.map((one) => one.id))];
  report.error(
    place,
    `there is no ${kind} "${id}"`,
    didYouMean(id, ids) ?? `add it, or name another ${kind}`,
  );
}

function buildDetail(building: Building, place: Place, { id, kind, question, choices }: RawDetail): Detail {
  if ((kind === 'choice') !== choices.length > 0) {
    const [message, advice] =
      kind === 'choice'
        ? ['a detail of kind choice needs choices', 'add choices: …']
        : [`a detail of kind ${kind} has no choices`, 'use kind: choice'];
    building.report.error(place, message!, advice);
  }
  checkUnique(building.report, place, 'choices', choices);
  return {
    id,
    kind,
    question: buildWords(building, within(place, 'question'), question),
    choices: choices.map((choice, index) => ({
      id: choice.id,
      label: buildWords(building, within(place, 'choices', index, 'label'), choice.label),
    })),
  };
}
