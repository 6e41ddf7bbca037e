// C8, C9: which of the customer's own records an action may act on, and which intents are offered at all.
import { bearsReference } from '../../shared/bears-reference.ts';
import { madeOnce } from '../../shared/made-once.ts';
import type { Entity } from '../../shared/understanding.ts';
import type { Action, Intent } from '../site/site.ts';
import { actionById } from './action-by-id.ts';
import { customerValues } from './reply.ts';
import type { FactRecord, Known, Situation } from './situation.ts';

const intentsById = madeOnce((intents: Intent[]) => new Map(intents.map((intent) => [intent.id, intent])));

export function actionOf(situation: Situation, intent: Intent): Action | undefined {
  return actionById(situation, intent.action);
}

export function intentOf(situation: Situation, id: string): Intent | undefined {
  return intentsById(situation.site.intents).get(id);
}

/** The fact source that an intent cannot do without, if any. */
export function neededFact(situation: Situation, intent: Intent): string | undefined {
  return actionOf(situation, intent)?.on ?? intent.about;
}

export function known(situation: Situation, fact: string): Known {
  return (
    situation.facts[fact] ?? { ok: false, why: situation.conversation.view.customer ? 'failed' : 'anonymous' }
  );
}

/** The records that the action may act on: those of its kind for which its `when` holds. */
export function eligible(situation: Situation, action: Action): FactRecord[] {
  const facts = action.on === undefined ? undefined : known(situation, action.on);
  if (!facts?.ok) return [];
  const variables = { customer: customerValues(situation), now: situation.now };
  return facts.records.filter((record) => action.when?.test({ ...variables, object: record.value }) ?? true);
}

/** The records that the intent may be about: those that its action may act on, or all that it answers from. */
export function recordsFor(situation: Situation, intent: Intent): FactRecord[] {
  const action = actionOf(situation, intent);
  if (action) return eligible(situation, action);
  const facts = intent.about === undefined ? undefined : known(situation, intent.about);
  return facts?.ok ? facts.records : [];
}

/** Whether the intent is offered (C9): one with nothing to act on is not; what is unknown still is. */
export function offered(situation: Situation, intent: Intent): boolean {
  const action = actionOf(situation, intent);
  if (action?.on !== undefined && known(situation, action.on).ok && eligible(situation, action).length === 0)
    return false;
  if (!intent.when) return true;
  const records = recordsByFact(situation.facts);
  return intent.when.test({ ...records, customer: customerValues(situation), now: situation.now });
}

const recordsByFact = madeOnce((facts: Situation['facts']) =>
  Object.fromEntries(
    Object.entries(facts).map(([id, found]) => [
      id,
      found.ok ? found.records.map((record) => record.value) : [],
    ]),
  ),
);

/** Those of these records that the message names. */
export function namedIn(records: FactRecord[], entities: Entity[]): FactRecord[] {
  return records.filter((record) => entities.some((entity) => names(entity, record)));
}

/**
 * The records among these, of one fact source, that the message names; all of them when it names none of that
 * kind. Named, but not among them: none, for another one is not what was meant.
 */
export function narrowed(
  situation: Situation,
  fact: string,
  records: FactRecord[],
  entities: Entity[],
): FactRecord[] {
  const named = namedIn(records, entities);
  if (named.length > 0) return named;
  const elsewhere = entities.some((entity) => isAbout(situation, fact, entity));
  return elsewhere || strangerIn(situation, fact, entities) ? [] : records;
}

/** The message is about others of theirs than the record `id` of this action, or about what is none of theirs. */
export function isAboutAnother(
  situation: Situation,
  action: Action,
  id: string,
  entities: Entity[],
): boolean {
  const has = (records: FactRecord[]) => records.some((record) => record.id === id);
  const records = eligible(situation, action);
  return has(records) && !has(narrowed(situation, action.on ?? '', records, entities));
}

/**
 * What the message calls a record of this kind by, though none of the customer's bears it: "flight ME999", "my flight to
 * Lisbon". To take their only one for it would be a guess (C1, C9).
 */
export function strangerIn(situation: Situation, fact: string, entities: Entity[]): Entity | undefined {
  return entities.find((entity) =>
    entity.kind === 'word'
      ? isAbout(situation, fact, entity)
      : entity.kind === 'reference' && !isBorne(situation, entity.value),
  );
}

/** Somewhere in what is known of the customer. */
function isBorne(situation: Situation, reference: string): boolean {
  return Object.values(situation.facts).some(
    (facts) => facts.ok && facts.records.some(({ value }) => bearsReference(Object.values(value), reference)),
  );
}

/** The entity is a record of this kind, or one that records of this kind belong to, as a bag does to a booking. */
function isAbout(situation: Situation, fact: string, entity: Entity): boolean {
  return entity.fact !== undefined && (entity.fact === fact || belongsTo(situation, fact, entity.fact));
}

/** Records of the one kind name records of the other, as bags name their booking. */
export function belongsTo(situation: Situation, fact: string, other: string): boolean {
  const [own, others] = [known(situation, fact), known(situation, other)];
  if (!own.ok || !others.ok) return false;
  const ids = new Set<unknown>(others.records.map(({ id }) => id));
  return own.records.some(({ value }) => Object.values(value).some((part) => ids.has(part)));
}

function names(entity: Entity, record: FactRecord): boolean {
  if (entity.kind !== 'record') return false;
  if (entity.fact === record.fact) return entity.value === record.id;
  // A bag is named by its booking too: one of its values is the other record's id.
  return Object.values(record.value).includes(entity.value);
}
