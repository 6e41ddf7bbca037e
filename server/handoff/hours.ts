// When a site's people are there: its weekly hours on the clock of its own time zone, holidays left out.
// The desk asks it who could be on duty; decide and the widget state the opening time that comes out (H4).
import { Temporal } from 'temporal-polyfill';
import type { Hours } from '../site/site.ts';

export interface ShiftNow {
  open: boolean;
  /** Epoch ms of the next opening, when closed; absent when none comes within a year. */
  opensAt?: number;
  /** Epoch ms at which the hours end, when open; absent when they do not end within a fortnight. */
  closesAt?: number;
}

interface Span {
  from: number;
  to: number;
}

const horizonDays = 366;
/** Round-the-clock hours are joined day by day; past this they count as endless. */
const joinedDays = 14;
const dayMs = 86_400_000;

/** `HH:MM` on a date as epoch ms; `24:00` is the next midnight. A time that DST skips moves forward by the gap. */
function onDate(date: Temporal.PlainDate, time: string, timeZone: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const day = hour === 24 ? date.add({ days: 1 }) : date;
  const plainTime = new Temporal.PlainTime(hour % 24, minute);
  return day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** The shifts that begin on a date, in order; one that ends before it begins runs past midnight. */
function spansOf(hours: Hours, date: Temporal.PlainDate): Span[] {
  const day = date.toString();
  if (hours.holidays.some((holiday) => holiday === day || holiday === day.slice(5))) return [];
  const shifts = hours.week[date.dayOfWeek] ?? [];
  return shifts
    .map(([from, to]) => ({
      from: onDate(date, from, hours.timeZone),
      to: onDate(to > from ? date : date.add({ days: 1 }), to, hours.timeZone),
    }))
    .sort((a, b) => a.from - b.from);
}

/** What was found last for these hours, and for which times it holds: every turn asks, and it changes twice a day. */
const found = new WeakMap<Hours, { from: number; until: number; shift: ShiftNow }>();

/**
 * Whether the hours are open at `now` (epoch ms), and when that changes. Wall-clock times are read in the
 * site's time zone, so that a shift keeps its clock time across DST; shifts that touch count as one.
 */
export function shiftAt(hours: Hours, now: number): ShiftNow {
  const last = found.get(hours);
  if (last && now >= last.from && now < last.until) return last.shift;
  const shift = lookUp(hours, now);
  found.set(hours, { from: now, until: shift.closesAt ?? shift.opensAt ?? now + dayMs, shift });
  return shift;
}

/** As customers are told of it; epoch ms. */
export function hoursSaid(hours: Hours, now: number): { open: boolean; timeZone: string; opensAt?: number } {
  const { open, opensAt } = shiftAt(hours, now);
  return { open, timeZone: hours.timeZone, ...(opensAt === undefined ? {} : { opensAt }) };
}

function lookUp(hours: Hours, now: number): ShiftNow {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(hours.timeZone).toPlainDate();
  let closesAt: number | undefined;
  for (let day = -1; day <= horizonDays; day++) {
    for (const span of spansOf(hours, today.add({ days: day }))) {
      if (closesAt !== undefined) {
        if (span.from > closesAt) return { open: true, closesAt };
        closesAt = Math.max(closesAt, span.to);
      } else if (span.from > now) {
        return { open: false, opensAt: span.from };
      } else if (span.to > now) {
        closesAt = span.to;
      }
    }
    if (closesAt !== undefined && closesAt > now + joinedDays * dayMs) return { open: true };
  }
  return closesAt === undefined ? { open: false } : { open: true, closesAt };
}
