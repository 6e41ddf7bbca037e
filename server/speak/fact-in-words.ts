// What one of the customer's records is called. Records are cached, and so is what each is called.
import { inLocale } from '../../shared/in-locale.ts';
import { madeOnce } from '../../shared/made-once.ts';
import type { FactSource } from '../site/site.ts';
import { formatWords } from './format-words.ts';
import { kept } from './kept.ts';

const namesOf = madeOnce((_: Record<string, unknown>) => new Map<string, string>());

/** "Flight HR 482 to Lisbon": the source's label filled with the record; `own` is the site's locale (both BCP 47). */
export function factInWords(
  source: Pick<FactSource, 'id' | 'label'>,
  record: Record<string, unknown>,
  locale: string,
  own: string,
): string {
  return kept(namesOf(record), `${source.id} ${locale}`, () =>
    formatWords(inLocale(source.label, locale, own), locale, { ...record, object: record }),
  );
}
