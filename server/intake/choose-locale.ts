// Which of a site's languages a customer is spoken to in.
import { baseLanguage } from '../../shared/base-language.ts';

/**
 * The first of the wanted languages (a tag, or an Accept-Language header) that the site speaks, by whole tag
 * or by language alone; else the site's own.
 */
export function chooseLocale(
  wanted: string | undefined,
  site: { locale: string; locales: string[] },
): string {
  const tags = (wanted ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  for (const tag of tags) {
    const found =
      site.locales.find((locale) => locale.toLowerCase() === tag) ??
      site.locales.find((locale) => baseLanguage(locale) === baseLanguage(tag));
    if (found) return found;
  }
  return site.locale;
}
