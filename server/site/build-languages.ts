// The site's locales, which every text is checked against; built before anything else.
import type { Languages } from './build-words.ts';
import type { Report } from './report.ts';
import type { RawSite } from './site-schema.ts';
import { type Place, within } from './source-file.ts';

export function buildLanguages(report: Report, place: Place, raw: RawSite): Languages {
  const locales = raw.locales ?? [raw.locale];
  for (const [index, locale] of locales.entries()) {
    const here = raw.locales ? within(place, 'locales', index) : within(place, 'locale');
    const canonical = canonicalOf(locale);
    if (canonical === undefined)
      report.error(here, `"${locale}" is no locale`, 'a BCP 47 tag such as en or de-AT');
    else if (canonical !== locale)
      report.error(here, `"${locale}" is not in its usual form`, `write ${canonical}`);
    if (locales.indexOf(locale) !== index)
      report.error(here, `"${locale}" is listed twice`, 'keep one of the two');
  }
  if (!locales.includes(raw.locale)) {
    report.error(
      within(place, 'locale'),
      `"${raw.locale}" is not among the locales`,
      `add it to locales: [${[raw.locale, ...locales].join(', ')}]`,
    );
  }
  return { locale: raw.locale, locales };
}

function canonicalOf(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
