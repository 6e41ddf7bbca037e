import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareInQueue, type Placed, placeInLine } from '../../server/handoff/queue-order.ts';

const placed = fc.record<Placed>({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  priority: fc.integer({ min: 0, max: 2 }),
  queuedAt: fc.option(fc.integer({ min: 0, max: 5 })),
});

describe('the order of the line', () => {
  test('priority goes before arrival, arrival before id', () => {
    const line: Placed[] = [
      { id: 'b', priority: 2, queuedAt: 1 },
      { id: 'c', priority: 2, queuedAt: 2 },
      { id: 'a', priority: 2, queuedAt: 2 },
      { id: 'vip', priority: 1, queuedAt: 9 },
    ];
    expect(line.sort(compareInQueue).map(({ id }) => id)).toEqual(['vip', 'b', 'a', 'c']);
  });

  test('it is a total order, and the place agrees with it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(placed, { selector: ({ id }) => id, maxLength: 8 }), (line) => {
        const sorted = [...line].sort(compareInQueue);
        expect(sorted.map((each) => placeInLine(line, each))).toEqual(sorted.map((_, index) => index + 1));
        for (const a of line)
          for (const b of line) {
            expect(Math.sign(compareInQueue(a, b)) + Math.sign(compareInQueue(b, a))).toBe(0);
          }
      }),
    );
  });

  test('H9 who comes back with the old time of arrival has the old place', () => {
    const line = [1, 2, 4].map((queuedAt) => ({ id: `c${queuedAt}`, priority: 2, queuedAt }));
    expect(placeInLine(line, { id: 'c3', priority: 2, queuedAt: 3 })).toBe(3);
  });
});
