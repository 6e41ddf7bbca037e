// A site's emergency contacts in one line. Intl's formatters are costly to make, so the line is kept.
import { madeOnce } from '../../shared/made-once.ts';
import type { Site } from '../site/site.ts';
import { inLocale } from './format-words.ts';

const linesOf = madeOnce((_: Site) => new Map<string, string>());

/** "Poison line 112, Night desk 030 1234". Empty when the site names none. */
export function contactsInWords(site: Site, locale: string): string {
  const lines = linesOf(site);
  const line =
    lines.get(locale) ??
    new Intl.ListFormat(locale, { type: 'unit' }).format(
      site.emergency.map(({ label, contact }) => `${inLocale(label, locale, site.locale)} ${contact}`),
    );
  lines.set(locale, line);
  return line;
}
