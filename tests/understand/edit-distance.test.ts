// The distance against the recurrence that it is defined by, word by word.
import { expect, it } from 'vitest';
import { editDistance } from '../../server/understand/edit-distance.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';

/** Optimal string alignment, straight from its definition. */
function byDefinition(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    byDefinition(restA, b) + 1,
    byDefinition(a, restB) + 1,
    byDefinition(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    ways.push(byDefinition(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}

it('counts the slips between two words, and gives up beyond the most', () => {
  const random = seededRandom(1);
  const word = () =>
    Array.from({ length: Math.floor(random() * 6) }, () => 'abc'[Math.floor(random() * 3)]).join('');
  for (let i = 0; i < 600; i += 1) {
    const [a, b] = [word(), word()];
    const truly = byDefinition(a, b);
    for (const most of [0, 1, 2, 3])
      expect(editDistance(a, b, most), `${a} ${b} ${most}`).toBe(Math.min(truly, most + 1));
  }
});
