// Which patterns of a site cannot run away, so that they are searched for without the guard.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMask } from '../../server/record/mask.ts';
import { mostSteps } from '../../server/record/most-steps.ts';

test.each([
  [String.raw`\bMF\d{8}\b`, 13],
  [String.raw`[A-Z]{2}\d{2} ?\d{4}`, 20],
  [String.raw`AB-\d{2,4}`, 24],
  [String.raw`^\d{2}\/\d{2}$`, 8],
  [String.raw`a??[^\]]{0,1}?`, 12],
  [String.raw`\d{1,9}\d{1,9}\d{1,9}`, 729 * 28],
])('P1 %s: %s steps at one place', (source, steps) => {
  expect(mostSteps(source)).toBe(steps);
});

test.each([
  String.raw`\d+`,
  'x*y',
  String.raw`\d{2,}`,
  '(a|a)b',
  '(?:a{1,9}){1,9}',
  'a|b',
  String.raw`(a)\1`,
  String.raw`\p{L}{3}`,
  '(?<=x)y',
  String.raw`[\d+`,
])('P1 %s: the guard stays', (source) => {
  expect(mostSteps(source)).toBe(Number.POSITIVE_INFINITY);
});

test('P1 a pattern hides the same with the guard and without', () => {
  const few = [
    'a',
    'B?',
    String.raw`\d`,
    String.raw`\d{2}`,
    '[a-c]{1,2}',
    String.raw`\b`,
    '[^1-3]',
    ' ',
    '-??',
    '.',
  ];
  const parts = fc.array(fc.constantFrom(...few), { minLength: 1, maxLength: 5 });
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'C', '1', '4', ' ', '-', 'ſ', '𝟗', '🧳'),
    maxLength: 24,
  });
  fc.assert(
    fc.property(parts, text, (chosen, written) => {
      const source = chosen.join('');
      // A group changes nothing but that the guard stays.
      expect(createMask([source])(written)).toBe(createMask([`(?:${source})`])(written));
    }),
    { numRuns: 150 },
  );
});
