// Dates of the demos, always counted from today so that they never age.
import { Temporal } from 'temporal-polyfill';

/** ISO date of the day that is `days` after the moment, in that time zone. */
export function dayAfter(moment: Date, days: number, timeZone: string): string {
  return zoned(moment, timeZone).toPlainDate().add({ days }).toString();
}

/** The instant of a wall-clock time, ISO with Z. */
export function instantOf(date: string, time: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant().toString();
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** Whether it is an ISO date of the calendar. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function zoned(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
}
