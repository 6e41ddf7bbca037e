// Made once for each object, whatever it is that is made.
import { expect, it } from 'vitest';
import { madeOnce } from '../../shared/made-once.ts';

it('makes once for each object, also where nothing comes of it', () => {
  const asked: object[] = [];
  const size = madeOnce((list: number[]) => {
    asked.push(list);
    return list[0];
  });
  const [one, none] = [[1], []];
  expect([size(one), size(none), size(one), size(none), size([1])]).toEqual([1, undefined, 1, undefined, 1]);
  expect(asked).toEqual([[1], [], [1]]);
});
