// A site's emergency contacts in one line.
import { inLocale } from '../../shared/in-locale.ts';
import { madeOnce } from '../../shared/made-once.ts';
import type { Site } from '../site/site.ts';
import { kept } from './kept.ts';

const linesOf = madeOnce((_: Site) => new Map<string, string>());

/** "Poison line 112, Night desk 030 1234". Empty when the site names none. */
export function contactsInWords(site: Site, locale: string): string {
  return kept(linesOf(site), locale, () =>
    new Intl.ListFormat(locale, { type: 'unit' }).format(
      site.emergency.map(({ label, contact }) => `${inLocale(label, locale, site.locale)} ${contact}`),
    ),
  );
}
