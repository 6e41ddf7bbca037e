// The offset that is kept is the one that the zone has, on either side of each change of its clocks.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { zoneOffset } from '../../server/understand/zone-offset.ts';

const asked = (now: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10;
const year = Date.UTC(2026, 0, 1);
const quarter = 15 * 60_000;

it.each([
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
])('knows the clocks of %s over a year, forwards, backwards and at the very ms', (zone) => {
  const changes: number[] = [];
  for (let at = year; at < year + 366 * 86_400_000; at += 8 * 3_600_000)
    if (asked(at, zone) !== asked(at + 8 * 3_600_000, zone)) changes.push(at);
  for (const change of changes) {
    for (let at = change; at <= change + 8 * 3_600_000; at += quarter)
      for (const ms of [at - 1, at, at + 1]) expect(zoneOffset(ms, zone)).toBe(asked(ms, zone));
  }
  for (let at = year + 366 * 86_400_000; at > year; at -= 1_000_003_000)
    expect(zoneOffset(at, zone)).toBe(asked(at, zone));
});
