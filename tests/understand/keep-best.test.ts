// The best few as they are met are those that sorting all of them would give.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepBest } from '../../server/understand/keep-best.ts';

it('keeps what sorting would put first, of equal ones the earlier', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 6 }), (worths, most) => {
      const worth = (one: number) => worths[one]!;
      const best: number[] = [];
      for (const one of worths.keys()) keepBest(best, one, worth, most);
      const sorted = [...worths.keys()].sort((a, b) => worth(b) - worth(a));
      expect(best).toEqual(sorted.slice(0, most));
    }),
  );
});
