// A4: what is promised rests on facts younger than the action allows, and is set aside by the business before a word
// of it is said. Sold out by those facts, the customer hears that instead.
import { ageOf } from '../../shared/age-of.ts';
import type { Because } from '../../shared/events.ts';
import type { Hold } from '../site/site.ts';
import { known } from './objects.ts';
import { argumentsOf, type Proposed } from './propose.ts';
import { customerValues, type Reply, siteWords } from './reply.ts';
import { because } from './rules.ts';
import type { FactRecord, Situation } from './situation.ts';

/** Asks for fresher facts, says that it is gone, or asks the business to set it aside; promises nothing yet. */
export function holdFirst(
  situation: Situation,
  proposed: Proposed & { record: FactRecord },
  hold: Hold,
  why: Because[],
): Reply {
  const { action, record, intent, details } = proposed;
  const facts = known(situation, record.fact);
  const asOf = facts.ok ? facts.at : 0;
  const age = ageOf(asOf, situation.now);
  const evidence = { action: action.id, age, maxStaleness: action.maxStaleness, record: record.id };
  const reasons = [...why, because('A4', evidence)];
  if (age > action.maxStaleness) {
    const look = { effect: 'look' as const, facts: [record.fact], maxAge: action.maxStaleness };
    return { move: 'look', because: reasons, drafts: [], effects: [look] };
  }
  const values = holdValues(situation, proposed);
  const notes = { intent, progress: true };
  const may =
    hold.when?.test({
      object: record.value,
      customer: customerValues(situation),
      now: situation.now,
    }) ?? true;
  if (!may) {
    return {
      move: 'not-promised',
      because: reasons,
      drafts: [siteWords(hold.gone, values)],
      effects: [],
      notes,
    };
  }
  const id = situation.nextId();
  return {
    move: 'hold',
    because: reasons,
    drafts: [
      {
        type: 'hold-asked',
        hold: id,
        action: action.id,
        arguments: argumentsOf(situation, proposed),
        asOf,
        intent,
        details,
        object: record.value,
        record: { fact: record.fact, id: record.id, label: record.label },
      },
    ],
    effects: [{ effect: 'set-aside', hold: id }],
    notes,
  };
}

/** What the texts of a hold may name. */
export function holdValues(situation: Situation, { record, details }: Proposed): Record<string, unknown> {
  return {
    ...record?.value,
    ...details,
    object: record?.value ?? {},
    details,
    customer: customerValues(situation),
  };
}
