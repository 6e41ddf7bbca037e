// Opening hours: day ranges and spans as people write them, made into shifts by weekday.
import { didYouMean } from './nearest.ts';
import type { Report } from './report.ts';
import type { Hours, Shift } from './site.ts';
import type { RawSite } from './site-schema.ts';
import { type Place, within } from './source-file.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function buildHours(report: Report, place: Place, raw: RawSite['hours']): Hours {
  if (!isTimeZone(raw.timeZone)) {
    const suggestion = didYouMean(raw.timeZone, Intl.supportedValuesOf('timeZone'));
    report.error(
      within(place, 'timeZone'),
      `"${raw.timeZone}" is no time zone`,
      suggestion ?? 'an IANA name such as Europe/Berlin',
    );
  }
  const week: Hours['week'] = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  const said = new Map<number, string>();
  for (const [key, value] of Object.entries(raw.week)) {
    const here = within(place, 'week', key);
    const covered = daysOf(key);
    if (!covered) {
      report.error(
        here,
        `"${key}" is no day`,
        didYouMean(key, [...days, 'daily']) ?? 'mon … sun, mon-fri or daily',
        'key',
      );
      continue;
    }
    const shifts = buildShifts(report, here, value);
    for (const day of covered) {
      const before = said.get(day);
      if (before !== undefined)
        report.error(here, `${days[day - 1]} is already given by "${before}"`, 'keep one of the two', 'key');
      said.set(day, key);
      week[day] = shifts;
    }
  }
  if (Object.values(week).every((shifts) => shifts.length === 0)) {
    report.warning(
      within(place, 'week'),
      'nobody is ever on duty',
      'add hours such as mon-fri: "09:00-17:00"',
    );
  }
  return { timeZone: raw.timeZone, week, holidays: raw.holidays };
}

function daysOf(key: string): number[] | undefined {
  if (key === 'daily') return [1, 2, 3, 4, 5, 6, 7];
  const [from, to, more] = key.split('-').map((name) => days.indexOf(name) + 1);
  if (!from || more !== undefined || to === 0) return undefined;
  const last = to ?? from;
  return last < from ? undefined : Array.from({ length: last - from + 1 }, (_, i) => from + i);
}

function buildShifts(report: Report, place: Place, raw: string | string[]): Shift[] {
  if (raw === 'closed') return [];
  const texts = typeof raw === 'string' ? [raw] : raw;
  const shifts: Shift[] = [];
  for (const [index, text] of texts.entries()) {
    const here = typeof raw === 'string' ? place : within(place, index);
    const [, from, to] = /^(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/.exec(text) ?? [];
    if (!from || !to || !isTime(from) || !isTime(to)) {
      report.error(here, `"${text}" is no span of hours`, 'such as "09:00-17:00", up to "24:00"');
    } else if (from >= to) {
      report.error(
        here,
        `"${text}" ends before it begins`,
        'give a night as two spans, "22:00-24:00" and "00:00-06:00"',
      );
    } else shifts.push([from, to]);
  }
  shifts.sort(([a], [b]) => (a < b ? -1 : 1));
  if (shifts.some(([from], index) => index > 0 && from < shifts[index - 1]![1])) {
    report.error(place, 'these hours overlap', 'join them into one span');
  }
  return shifts;
}

function isTime(text: string): boolean {
  const [hour, minute] = text.split(':').map(Number);
  return minute! < 60 && (hour! < 24 || (hour === 24 && minute === 0));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
