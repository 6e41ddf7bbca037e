// When a conversation was begun, for the list of them and the head of one.

/** "18 Nov 2026, 12:30" in `locale` (BCP 47); with its year, since it may be long ago. */
export function dateInWords(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
