import { describe, expect, test } from 'vitest';
import { shiftAt } from '../../server/handoff/hours.ts';
import type { Hours, Shift } from '../../server/site/site.ts';

const day: Shift[] = [['09:00', '17:00']];
const office: Hours = {
  timeZone: 'Europe/Berlin',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  holidays: [],
};
const at = (iso: string) => Date.parse(iso);

describe('hours', () => {
  test('H4 outside of the hours the next opening is known: in the evening, at night, over the weekend', () => {
    expect(shiftAt(office, at('2026-03-03T12:00+01:00'))).toEqual({
      open: true,
      closesAt: at('2026-03-03T17:00+01:00'),
    });
    expect(shiftAt(office, at('2026-03-03T17:00+01:00'))).toEqual({
      open: false,
      opensAt: at('2026-03-04T09:00+01:00'),
    });
    expect(shiftAt(office, at('2026-03-03T03:00+01:00'))).toEqual({
      open: false,
      opensAt: at('2026-03-03T09:00+01:00'),
    });
    expect(shiftAt(office, at('2026-03-06T18:00+01:00'))).toEqual({
      open: false,
      opensAt: at('2026-03-09T09:00+01:00'),
    });
  });

  test('H4 a shift keeps its clock time when summer time begins and ends', () => {
    // Clocks go forward on 29 March and back on 25 October 2026.
    expect(shiftAt(office, at('2026-03-27T20:00+01:00')).opensAt).toBe(at('2026-03-30T09:00+02:00'));
    expect(shiftAt(office, at('2026-10-23T20:00+02:00')).opensAt).toBe(at('2026-10-26T09:00+01:00'));
  });

  test('a shift over the lost hour is an hour shorter, over the doubled hour an hour longer', () => {
    const night: Hours = { ...office, week: { 6: [['22:00', '06:00']] } };
    const spring = shiftAt(night, at('2026-03-28T22:00+01:00'));
    expect((spring.closesAt! - at('2026-03-28T22:00+01:00')) / 3_600_000).toBe(7);
    const autumn = shiftAt(night, at('2026-10-24T22:00+02:00'));
    expect((autumn.closesAt! - at('2026-10-24T22:00+02:00')) / 3_600_000).toBe(9);
  });

  test('a time that the clocks skip opens at the hour after the gap', () => {
    const early: Hours = { ...office, week: { 7: [['02:30', '10:00']] } };
    expect(shiftAt(early, at('2026-03-29T00:00+01:00')).opensAt).toBe(at('2026-03-29T03:30+02:00'));
  });

  test('the time zone is the site’s, not the server’s', () => {
    const tokyo: Hours = { ...office, timeZone: 'Asia/Tokyo' };
    expect(shiftAt(tokyo, at('2026-03-03T01:00Z')).open).toBe(true);
    expect(shiftAt(tokyo, at('2026-03-03T09:00Z')).open).toBe(false);
  });

  test('on a holiday nobody begins', () => {
    const may = { ...office, holidays: ['2026-05-01'] };
    expect(shiftAt(may, at('2026-05-01T10:00+02:00'))).toEqual({
      open: false,
      opensAt: at('2026-05-04T09:00+02:00'),
    });
  });

  test('a holiday without a year is one every year', () => {
    const always = { ...office, holidays: ['12-25'] };
    for (const year of [2026, 2028]) {
      const christmas = at(`${year}-12-25T10:00+01:00`);
      expect(shiftAt(always, christmas).open).toBe(false);
      expect(shiftAt(office, christmas).open).toBe(true);
    }
  });

  test('a lunch break closes; shifts that touch, over midnight too, are one', () => {
    const split: Hours = {
      ...office,
      week: {
        1: [
          ['13:00', '24:00'],
          ['09:00', '12:00'],
        ],
        2: [['00:00', '02:00']],
      },
    };
    expect(shiftAt(split, at('2026-03-02T12:30+01:00'))).toEqual({
      open: false,
      opensAt: at('2026-03-02T13:00+01:00'),
    });
    expect(shiftAt(split, at('2026-03-02T23:00+01:00'))).toEqual({
      open: true,
      closesAt: at('2026-03-03T02:00+01:00'),
    });
  });

  test('round the clock has no end, and no hours at all have no beginning', () => {
    const always = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [['00:00', '24:00']] as Shift[]]),
    );
    expect(shiftAt({ ...office, week: always }, at('2026-03-02T12:00Z'))).toEqual({ open: true });
    expect(shiftAt({ ...office, week: {} }, at('2026-03-02T12:00Z'))).toEqual({ open: false });
  });

  test('H4 the same is found whether asked afresh or again, forwards and back', () => {
    const week = at('2026-03-02T00:00+01:00');
    const times = Array.from({ length: 7 * 24 * 2 }, (_, half) => week + half * 1_800_000);
    const afresh = times.map((time) => shiftAt({ ...office }, time));
    expect(times.map((time) => shiftAt(office, time))).toEqual(afresh);
    expect(times.toReversed().map((time) => shiftAt(office, time))).toEqual(afresh.toReversed());
  });
});
