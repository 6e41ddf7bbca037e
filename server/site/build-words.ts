// Texts of a site's files made into Words: every locale checked, every sentence parsed with what it may name.
import { textFaults, withoutDots } from './message-text.ts';
import { didYouMean } from './nearest.ts';
import type { Report } from './report.ts';
import type { Words } from './site.ts';
import { type Place, within } from './source-file.ts';
import type { Variables } from './variables.ts';
import type { RawPhrases, RawWords } from './words-schema.ts';

export interface Languages {
  locale: string;
  locales: string[];
}

/** What every part of a site is built with. */
export interface Building {
  report: Report;
  languages: Languages;
  /** Hosts that requests may go to, in lower case; absent: not looked at. */
  hosts?: string[];
}

export interface Phrase {
  text: string;
  /** Absent where the file gives one list for all languages. */
  locale?: string;
  place: Place;
}

/** A text by locale; `variables` are what it may name. */
export function buildWords(
  { report, languages }: Building,
  place: Place,
  raw: RawWords,
  variables: Variables = {},
): Words {
  const plain = typeof raw === 'string';
  const byLocale = plain ? { [languages.locale]: raw } : raw;
  const words: Words = {};
  for (const [locale, text] of Object.entries(byLocale)) {
    const here = plain ? place : within(place, locale);
    if (!knownLocale({ report, languages }, here, locale)) continue;
    for (const { message, suggestion } of textFaults(text, locale, variables)) {
      report.error(here, `this text ${message}`, suggestion);
    }
    words[locale] = withoutDots(text);
  }
  if (words[languages.locale] === undefined) {
    report.error(
      place,
      `this text has no "${languages.locale}", the default locale`,
      `add ${languages.locale}: …`,
    );
  }
  const missing = languages.locales.filter(
    (locale) => words[locale] === undefined && locale !== languages.locale,
  );
  if (missing.length > 0) {
    report.warning(
      place,
      `this text has no ${missing.map((locale) => `"${locale}"`).join(', ')}`,
      'add the translation',
    );
  }
  return words;
}

export function buildPhrases(building: Building, place: Place, raw: RawPhrases): Phrase[] {
  if (Array.isArray(raw)) return raw.map((text, index) => ({ text, place: within(place, index) }));
  return Object.entries(raw).flatMap(([locale, texts]) => {
    const list = within(place, locale);
    if (!knownLocale(building, list, locale)) return [];
    return texts.map((text, index) => ({ text, locale, place: within(list, index) }));
  });
}

export function knownLocale({ report, languages }: Building, place: Place, locale: string): boolean {
  if (languages.locales.includes(locale)) return true;
  const suggestion = didYouMean(locale, languages.locales);
  report.error(place, `"${locale}" is not one of the site's locales`, suggestion, 'key');
  return false;
}
