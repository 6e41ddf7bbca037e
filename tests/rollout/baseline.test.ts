// A6: what is usual, and what is too much.
import { describe, expect, it } from 'vitest';
import { learnBaseline, limitsAt } from '../../server/rollout/baseline.ts';
import { hourOfWeek } from '../../server/rollout/hour-of-week.ts';

const hour = 3_600_000;
/** A Monday, 00:00 UTC. */
const monday = Date.UTC(2026, 10, 16);
const zone = 'UTC';

/** So many weeks before `monday` with a count for each hour of the week. */
function weeks(count: number, of: (hourOfTheWeek: number) => number) {
  return Array.from({ length: count * 168 }, (_, index) => ({
    since: monday - (index + 1) * hour,
    n: of(hourOfWeek(monday - (index + 1) * hour, zone)),
  })).filter(({ n }) => n > 0);
}
const limit = (counts: { since: number; n: number }[], at = monday, window = hour) => {
  const baseline = learnBaseline(counts, { now: monday, timeZone: zone });
  return baseline && limitsAt(baseline, at, zone).find((one) => one.window === window);
};

describe('the baseline', () => {
  it('A6 is three times what is usual where that is enough to tell', () => {
    expect(limit(weeks(8, () => 40))).toMatchObject({ expected: 40, limit: 120 });
  });

  it('A6 knows the rhythm of the week', () => {
    const counts = weeks(8, (of) => (of % 24 >= 9 && of % 24 < 17 ? 60 : 6));
    const noon = limit(counts, monday + 13 * hour)!;
    const night = limit(counts, monday + 4 * hour)!;
    expect(noon.expected).toBeGreaterThan(50);
    expect(night.expected).toBeLessThan(12);
    expect(noon.limit).toBe(Math.ceil(3 * noon.expected));
  });

  it('A6 has a floor for small numbers: what chance alone reaches holds nothing', () => {
    const rare = limit(weeks(8, (of) => (of % 7 === 0 ? 1 : 0)))!;
    expect(rare.expected).toBeLessThan(1);
    expect(rare.limit).toBeGreaterThanOrEqual(5);
    const two = limit(weeks(8, () => 2))!;
    expect(two.limit).toBeGreaterThan(6);
  });

  it('A6 looks at shorter times too, with limits of their own', () => {
    const counts = weeks(8, () => 60);
    const five = limit(counts, monday, 5 * 60_000)!;
    expect(five.expected).toBeCloseTo(5, 5);
    expect(five.limit).toBeGreaterThanOrEqual(15);
    expect(limit(counts, monday, 15 * 60_000)!.limit).toBeGreaterThan(five.limit);
  });

  it('A6 is unknown before there is a week of history and enough of it', () => {
    expect(limit([])).toBeUndefined();
    expect(limit(weeks(8, (of) => (of === 3 ? 2 : 0)))).toBeUndefined();
    expect(limit([{ since: monday - 100 * hour, n: 1000 }])).toBeUndefined();
    expect(limit(weeks(1, () => 1))).toBeDefined();
  });

  it('A6 leaves out what is older than eight weeks, and the hour that is not over', () => {
    const counts = weeks(8, () => 10);
    const more = [...counts, { since: monday, n: 1000 }, { since: monday - 9 * 168 * hour, n: 5000 }];
    expect(limit(more)).toEqual(limit(counts));
  });

  it('is of the site’s own time zone, over a change of the clocks too', () => {
    expect(hourOfWeek(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin')).toBe(6 * 24 + 2);
    expect(hourOfWeek(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Berlin')).toBe(6 * 24 + 2);
    expect(hourOfWeek(Date.UTC(2026, 9, 25, 2, 30), 'Europe/Berlin')).toBe(6 * 24 + 3);
    expect(hourOfWeek(monday, 'UTC')).toBe(0);
  });
});
