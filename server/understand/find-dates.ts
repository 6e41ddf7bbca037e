// Finds dates and times in words ("next Friday", "übermorgen um 17 Uhr") as the site's calendar has them.
import * as english from 'chrono-node';
import * as german from 'chrono-node/de';
import { Temporal } from 'temporal-polyfill';
import type { PlacedEntity } from './entities.ts';
import { zoneOffset } from './zone-offset.ts';

/** Without one of these a text holds no date, and the parser (a tenth of a millisecond) is spared. */
const hint =
  /(?<!\p{L})(?:to(?:day|night|morrow)|yesterday|tmrw|tmr|tomorow|noon|midnight|morning|afternoon|evening|weeks?|weekend|months?|years?|days?|hours?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|(?:in |since |until |by |of |\d\.? ?(?:st|nd|rd|th)? ?(?:of )?)(?:march|mar|may|jan|feb|dec)|january|february|april|apr|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|december|jan \d|feb \d|march \d|mar \d|may \d|dec \d|heute|morgen|übermorgen|gestern|vorgestern|abend|mittag|wochen?|monat|tage?n?|uhr|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember)(?!\p{L})|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}[./:-]\d{1,2}|\d{1,2}\.\s?\p{L}|\b\d{1,2}\s?(?:am|pm|h)\b|\d{4}-\d{2}-\d{2}/iu;
const backward = /\b(?:last|ago|yesterday|was|were|did|bought|ordered|arrived|gestern|letzten?|vor|war)\b/i;
/** Words that the parser takes for a date and customers mean otherwise. */
const otherwise =
  /^(?:now|may|mar|sun|sat|second|a second|mon|jetzt|the day|day|this time|last time|min|a minute|an? hour|the hour)$/i;

/** "December 12": the parser, which puts days before months as the British do, takes the day for a year of two digits. */
const dayAndMonth = /^\p{L}+\.? ([12]\d|3[01])$/u;

/** The next such day from today on, or the last one. */
function nearest(month: number, day: number, today: Temporal.PlainDate, isBackward: boolean): string {
  const inYear = (year: number) => Temporal.PlainDate.from({ year, month, day }).toString();
  const thisYear = inYear(today.year);
  if (isBackward) return thisYear > today.toString() ? inYear(today.year - 1) : thisYear;
  return thisYear < today.toString() ? inYear(today.year + 1) : thisYear;
}

const parsers = new Map<string, english.Chrono>();

/**
 * One each for dates ahead and behind: the two take other expressions, and a single parser would make its own anew
 * whenever a message looks the other way.
 */
function parserFor(language: string, isBackward: boolean): english.Chrono {
  const locale = language.startsWith('de') ? 'de' : /^en-US/i.test(language) ? 'en-US' : 'en-GB';
  const key = `${locale} ${isBackward}`;
  let parser = parsers.get(key);
  if (parser === undefined) {
    const isBritish = locale === 'en-GB';
    parser = new english.Chrono(
      locale === 'de'
        ? german.createCasualConfiguration()
        : english.en.configuration.createCasualConfiguration(isBritish),
    );
    parsers.set(key, parser);
  }
  return parser;
}

/**
 * ISO dates (`2026-11-21`), and times (`17:00`) where an hour was said. Dates lie ahead unless the text looks
 * back. `now` in epoch ms; the day is that of `timeZone` (IANA).
 */
export function findDates(text: string, language: string, now: number, timeZone: string): PlacedEntity[] {
  if (!hint.test(text)) return [];
  const today = () => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const isBackward = backward.test(text);
  const reference = { instant: new Date(now), timezone: zoneOffset(now, timeZone) };
  const parser = parserFor(language, isBackward);
  return parser.parse(text, reference, { forwardDate: !isBackward }).flatMap((result) => {
    if (otherwise.test(result.text.trim())) return [];
    const { start } = result;
    const entities: PlacedEntity[] = [];
    const place = { text: result.text, start: result.index, end: result.index + result.text.length };
    const two = (part: number | null) => String(part ?? 0).padStart(2, '0');
    const day = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
    const spoken = dayAndMonth.exec(result.text)?.[1];
    if (spoken && !start.isCertain('day')) {
      const month = start.get('month')!;
      entities.push({ kind: 'date', value: nearest(month, Number(spoken), today(), isBackward), ...place });
    } else if (day)
      entities.push({
        kind: 'date',
        value: `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`,
        ...place,
      });
    if (start.isCertain('hour'))
      entities.push({
        kind: 'time',
        value: `${two(start.get('hour'))}:${two(start.get('minute'))}`,
        ...place,
      });
    return entities;
  });
}
