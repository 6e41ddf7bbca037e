// actions.yaml: what may be done on the business's systems, with all that a confirmation owes (D2).
import type { RawAction } from './actions-schema.ts';
import { buildCondition } from './build-condition.ts';
import { buildConfirmation } from './build-confirmation.ts';
import { buildHold } from './build-hold.ts';
import { buildLookup } from './build-lookup.ts';
import { buildRequest, checkTemplate } from './build-request.ts';
import { type Building, buildWords } from './build-words.ts';
import { checkUnique } from './check-unique.ts';
import { parseDuration } from './duration.ts';
import type { RawIntent } from './intents-schema.ts';
import { didYouMean } from './nearest.ts';
import type { Action, FactSource } from './site.ts';
import { type Place, within } from './source-file.ts';
import { slotsOf } from './template-faults.ts';
import { customerFields, type Fields, kindOf, type Variables } from './variables.ts';

export interface ActionsInput {
  facts: FactSource[];
  /** Their details are what an action's templates may name. */
  intents: RawIntent[];
}

export function buildActions(
  building: Building,
  place: Place,
  raw: RawAction[],
  input: ActionsInput,
): Action[] {
  checkUnique(building.report, place, undefined, raw);
  for (const [index, { id }] of raw.entries()) {
    if (input.intents.some(({ action }) => action === id)) continue;
    building.report.warning(
      within(place, index, 'id'),
      `no intent leads to the action "${id}"`,
      `add action: ${id} to an intent`,
    );
  }
  return raw.map((action, index) => buildAction(building, within(place, index), action, input));
}

function buildAction(building: Building, place: Place, raw: RawAction, input: ActionsInput): Action {
  const { report } = building;
  const fact = input.facts.find(({ id }) => id === raw.on);
  if (raw.on !== undefined && !fact) {
    const ids = input.facts.map(({ id }) => id);
    report.error(within(place, 'on'), `there are no facts "${raw.on}"`, didYouMean(raw.on, ids));
  }
  if (raw.when !== undefined && !fact) {
    report.error(
      within(place, 'when'),
      'a condition of an action needs "on", the facts it is about',
      'add on: …',
      'key',
    );
  }
  const base = knownTo(raw.id, fact, input.intents);
  const bound: Variables = { ...base, arguments: { one: argumentFields(raw.arguments, base) } };
  const sent: Variables = { ...bound, api: 'string', ...(raw.hold ? { hold: 'string' as const } : {}) };
  const spoken: Variables = { ...bound, reference: 'string' };
  for (const [name, template] of Object.entries(raw.arguments)) {
    checkTemplate(building, within(place, 'arguments', name), template, base);
  }
  const when =
    raw.when !== undefined && fact
      ? buildCondition(building, within(place, 'when'), raw.when, {
          object: { one: fact.schema },
          customer: { one: customerFields },
          now: 'time',
        })
      : undefined;
  checkReference(building, place, raw);
  checkDeadline(building, place, raw, fact);
  if (raw.request.method === 'GET' && raw.risk !== 'read') {
    report.error(
      within(place, 'request', 'method'),
      `a GET changes nothing, and the risk is ${raw.risk}`,
      'POST, PUT, PATCH or DELETE',
    );
  }
  return {
    id: raw.id,
    label: buildWords(building, within(place, 'label'), raw.label, base),
    risk: raw.risk,
    ...(raw.on === undefined ? {} : { on: raw.on }),
    ...(when ? { when } : {}),
    arguments: raw.arguments,
    request: buildRequest(building, within(place, 'request'), raw.request, sent),
    response: raw.response,
    ...(raw.reference === undefined ? {} : { reference: raw.reference }),
    ...(raw.hold ? { hold: buildHold(building, within(place, 'hold'), raw.hold, { fact, base, sent }) } : {}),
    ...(raw.lookup ? { lookup: buildLookup(building, within(place, 'lookup'), raw.lookup, sent) } : {}),
    confirm: buildConfirmation(building, place, raw, base),
    receipt: buildWords(building, within(place, 'receipt'), raw.receipt, {
      ...spoken,
      result: { one: raw.response },
    }),
    ...(raw.undo
      ? {
          undo: {
            request: buildRequest(building, within(place, 'undo', 'request'), raw.undo.request, {
              ...sent,
              reference: 'string',
            }),
            window: parseDuration(raw.undo.window),
            label: buildWords(building, within(place, 'undo', 'label'), raw.undo.label, base),
            receipt: buildWords(building, within(place, 'undo', 'receipt'), raw.undo.receipt, base),
          },
        }
      : {}),
    timeout: parseDuration(raw.timeout),
    maxStaleness: parseDuration(raw.maxStaleness),
    rollout: raw.rollout,
    ...(raw.deadline === undefined ? {} : { deadline: raw.deadline }),
  };
}

/** What is known when the action is proposed: details are those which every intent that leads to it asks for. */
function knownTo(action: string, fact: FactSource | undefined, intents: RawIntent[]): Variables {
  const leading = intents.filter((intent) => intent.action === action);
  const shared = (leading[0]?.details ?? []).filter(({ id }) =>
    leading.every(({ details }) => details.some((detail) => detail.id === id)),
  );
  return {
    customer: { one: customerFields },
    // An action that nothing leads to is reported as that, not for its details as well.
    details:
      leading.length === 0
        ? 'object'
        : { one: Object.fromEntries(shared.map(({ id }) => [id, 'string' as const])) },
    ...(fact ? { object: { one: fact.schema } } : {}),
  };
}

/** A template that is one slot keeps the value's kind; anything else is a text. */
function argumentFields(templates: Record<string, string>, variables: Variables): Fields {
  return Object.fromEntries(
    Object.entries(templates).map(([name, template]) => {
      const [slot] = slotsOf(template);
      const kind = slot !== undefined && template === `{${slot}}` ? kindOf(variables, slot) : undefined;
      return [name, kind === undefined || kind === 'unknown' ? 'string' : kind];
    }),
  );
}

function checkDeadline(
  { report }: Building,
  place: Place,
  { deadline }: RawAction,
  fact: FactSource | undefined,
): void {
  if (deadline === undefined) return;
  const fields = Object.keys(fact?.schema ?? {});
  if (fields.includes(deadline)) return;
  report.error(within(place, 'deadline'), `its records have no "${deadline}"`, didYouMean(deadline, fields));
}

function checkReference({ report }: Building, place: Place, { reference, response }: RawAction): void {
  const first = reference?.split('.')[0];
  if (first === undefined || Object.hasOwn(response, first)) return;
  const suggestion = didYouMean(first, Object.keys(response)) ?? `add ${first}: string to response`;
  report.error(within(place, 'reference'), `the response has no "${first}"`, suggestion);
}
