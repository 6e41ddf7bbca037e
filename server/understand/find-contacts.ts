// Finds e-mail addresses and phone numbers.
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import type { PlacedEntity } from './entities.ts';

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
/** Enough digits in a row, with what people put between them, to be worth the parser's time. */
const phoneLike = /(?:\+|\b00|\b0|\(0)[\d\s()/.-]{6,}\d|\b\d{3}[\s.-]\d{3}[\s.-]\d{4}\b/;
const countryOf: Record<string, string> = { en: 'GB', de: 'DE', fr: 'FR', es: 'ES', it: 'IT', nl: 'NL' };

/** Addresses in lower case, phone numbers as E.164; a national number is read as one of the locale's country. */
export function findContacts(text: string, locale: string): PlacedEntity[] {
  const found: PlacedEntity[] = [];
  for (const match of text.includes('@') ? text.matchAll(email) : []) {
    const value = match[0].toLowerCase();
    found.push({
      kind: 'email',
      value,
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  if (!phoneLike.test(text)) return found;
  const [language, region] = locale.split('-');
  const country = region?.toUpperCase() ?? countryOf[language!.toLowerCase()] ?? 'GB';
  if (!isSupportedCountry(country)) return found;
  for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, country)) {
    const written = text.slice(startsAt, endsAt);
    if (!phoneLike.test(written)) continue;
    found.push({ kind: 'phone', value: number.number, text: written, start: startsAt, end: endsAt });
  }
  return found;
}
