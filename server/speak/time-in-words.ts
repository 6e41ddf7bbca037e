// Times as people of a language say them.
import { kept } from './kept.ts';

const minutes = new Map<string, Intl.NumberFormat>();
const days = new Map<string, Intl.DateTimeFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** "4 minutes": rounded up, and never less than one. */
export function minutesIn(locale: string, count: number): string {
  const format = kept(minutes, locale, () => {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  });
  return format.format(Math.max(1, Math.ceil(count)));
}

/** "Monday 09:00" in the site's time zone. */
export function dayAndTimeIn(locale: string, timeZone: string, at: number): string {
  const format = kept(days, `${locale} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(locale, { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone });
  });
  return format.format(at);
}

/** "Wednesday, 9 December at 14:05" in the site's time zone. */
export function dateAndTimeIn(locale: string, timeZone: string, at: number): string {
  const format = kept(dates, `${locale} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
  });
  return format.format(at);
}
