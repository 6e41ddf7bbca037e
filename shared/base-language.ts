// The language of a locale, which is all that most words depend on.

/** `en` of `en-GB` (BCP 47), in lower case. */
export function baseLanguage(locale: string): string {
  return locale.split('-', 1)[0]!.toLowerCase();
}
