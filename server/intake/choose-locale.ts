// Which of a site's languages a customer is spoken to in.

/**
 * The first of the wanted languages (a tag, or an Accept-Language header) that the site speaks, by whole tag
 * or by language alone; else the site's own.
 */
export function chooseLocale(
  wanted: string | undefined,
  site: { locale: string; locales: string[] },
): string {
  const tags = (wanted ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  const language = (tag: string) => tag.split('-')[0];
  for (const tag of tags) {
    const found =
      site.locales.find((locale) => locale.toLowerCase() === tag) ??
      site.locales.find((locale) => language(locale.toLowerCase()) === language(tag));
    if (found) return found;
  }
  return site.locale;
}
