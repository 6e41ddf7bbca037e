// C8: what a message says of a request beside what it wants: the details it names, and which of their records.
import type { Entity } from '../../shared/understanding.ts';
import type { Detail, Intent } from '../site/site.ts';
import { namedIn, recordsFor } from './objects.ts';
import type { Situation } from './situation.ts';

const entityOf: Record<Detail['kind'], Entity['kind'] | undefined> = {
  date: 'date',
  email: 'email',
  phone: 'phone',
  number: 'number',
  text: undefined,
  choice: undefined,
};

/** The values of these details that the message itself names. */
export function detailsIn(details: Detail[], entities: Entity[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const detail of details) {
    const kind = entityOf[detail.kind];
    const entity = kind && entities.find((candidate) => candidate.kind === kind);
    if (entity) found[detail.id] = entity.value;
  }
  return found;
}

export interface Said {
  details?: Record<string, string>;
  record?: string;
}

/** What need not be asked any more, should this intent be what they meant. */
export function saidWith(situation: Situation, intent: Intent, entities: Entity[]): Said {
  const details = detailsIn(intent.details, entities);
  const [record, ...others] = namedIn(recordsFor(situation, intent), entities);
  return {
    ...(Object.keys(details).length > 0 ? { details } : {}),
    ...(record && others.length === 0 ? { record: record.id } : {}),
  };
}
