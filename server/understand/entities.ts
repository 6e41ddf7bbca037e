// Collects what a message names: dates, money, addresses, numbers, and the customer's own records.
import type { Entity } from '../../shared/understanding.ts';
import type { FactSource } from '../site/site.ts';
import { findAmounts } from './find-amounts.ts';
import { findContacts } from './find-contacts.ts';
import { findDates } from './find-dates.ts';
import { findReferences } from './find-references.ts';
import { linkRecords } from './link-records.ts';
import type { ReadingContext } from './reading-context.ts';

/** An entity and where it stands in the text (UTF-16 offsets), so that nothing is read twice. */
export interface PlacedEntity extends Entity {
  start: number;
  end: number;
}

/**
 * In the order of the text, the customer's own records last. What one finder has taken the later ones do not
 * see: the digits of a phone number are no date.
 */
export function readEntities(
  text: string,
  context: ReadingContext,
  language: string,
  facts: Pick<FactSource, 'id' | 'words'>[],
  isWord?: (word: string) => boolean,
): Entity[] {
  const taken = findContacts(text, context.locale);
  // There is no sum, reference or number without a digit.
  const counts = /\d/.test(text);
  if (counts) taken.push(...findAmounts(blank(text, taken), language));
  taken.push(...findDates(blank(text, taken), language, context.now, context.timeZone));
  if (counts) taken.push(...findReferences(blank(text, taken)));
  taken.sort((a, b) => a.start - b.start);
  const named = taken.map(({ start: _start, end: _end, ...entity }) => entity);
  return [...named, ...linkRecords(text, context, facts, named, isWord)];
}

/** The text with what was taken overwritten by spaces, so that offsets stay. */
function blank(text: string, taken: PlacedEntity[]): string {
  let rest = text;
  for (const { start, end } of taken) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}
