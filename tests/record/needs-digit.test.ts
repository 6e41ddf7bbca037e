// Which patterns of a site cannot match a text without a digit, so that the guarded search is spared.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needsDigit } from '../../server/record/needs-digit.ts';

test.each([
  [String.raw`\bMF\d{8}\b`, true],
  [String.raw`\d+`, true],
  [String.raw`(?:DE)?\d{2} ?\d{4}`, true],
  [String.raw`\bAB\d?\b`, false],
  [String.raw`x\d*`, false],
  [String.raw`x\d{0,3}`, false],
  [String.raw`secret|\d{4}`, false],
  [String.raw`(?:\d|x)y`, false],
  [String.raw`[\d]x`, false],
  [String.raw`\\d`, false],
  [String.raw`\D\w`, false],
])('P1 %s: %s', (source, needs) => {
  expect(needsDigit(source)).toBe(needs);
});

test('P1 a pattern that is said to need a digit matches nothing without one', () => {
  const part = fc.constantFrom(
    'a',
    String.raw`\d`,
    String.raw`\d?`,
    String.raw`\d*`,
    String.raw`\d+`,
    '|',
    'b?',
    '(?:a|b)',
    String.raw`[a\d]`,
    String.raw`\\`,
    String.raw`\w`,
    '.*',
    String.raw`\d{0,2}`,
    String.raw`\d{2}`,
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'd', '\\', ' ') }),
      (parts, text) => {
        const source = parts.join('');
        if (needsDigit(source)) expect(text).not.toMatch(new RegExp(source, 'iu'));
      },
    ),
  );
});
