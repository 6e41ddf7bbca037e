// How far a time zone's clocks are from UTC at a moment, kept until they are next put forward or back: to ask for it
// takes longer than most of a reading.
import { Temporal } from 'temporal-polyfill';

interface Known {
  /** Epoch ms: it holds from here until before there. */
  from: number;
  until: number;
  /** Minutes. */
  offset: number;
}

const known = new Map<string, Known>();
/** Zones that are kept; a site has one. */
const most = 200;

/** Minutes east of UTC; `now` in epoch ms, `timeZone` an IANA name. Throws a RangeError for one that is none. */
export function zoneOffset(now: number, timeZone: string): number {
  const found = known.get(timeZone);
  if (found !== undefined && now >= found.from && now < found.until) return found.offset;
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const next = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const offset = zoned.offsetNanoseconds / 6e10;
  if (known.size >= most) known.clear();
  known.set(timeZone, { from: now, until: next, offset });
  return offset;
}
