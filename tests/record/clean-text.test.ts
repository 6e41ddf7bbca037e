// What a person wrote, in a form that every store and screen takes alike.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../server/record/clean-text.ts';

test.each([
  ['a\u0000b\u0007c\u001b[31m\u0085', 'abc[31m'],
  ['one\r\ntwo\rthree\n\tfour', 'one\ntwo\nthree\n\tfour'],
  ['\uD800', '\uFFFD'],
  ['\uDC00x', '\uFFFDx'],
  [`a${'\u0301'.repeat(2000)}`, `a${'\u0301'.repeat(8)}`],
  ['\u0E49'.repeat(500), '\u0E49'.repeat(8)],
  [`a${'\u0301'.repeat(8)}\u200D${'\u0301'.repeat(8)}b\u0301`, `a${'\u0301'.repeat(8)}\u200Db\u0301`],
])('%j is kept as %j', (written, kept) => {
  expect(cleanText(written)).toBe(kept);
});

test.each([
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(3),
  '\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}',
  'שָׁלוֹם, ที่นี่, नमस्ते, Việt, é',
  '\uFDFD\uFFFE',
])('%j is left as it is', (written) => {
  expect(cleanText(written)).toBe(written);
});

test('cleaning twice is cleaning once, and what comes out is well-formed', () => {
  const unit = fc.oneof(
    fc.constantFrom('\u0301', '\u0000', '\r', '\n', '\uD800', '\uDC00', '\u200D', 'a'),
    fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
      const once = cleanText(units.join(''));
      expect(cleanText(once)).toBe(once);
      expect(once).not.toMatch(/\p{Surrogate}/u);
      expect(once).not.toContain('\u0000');
      expect(once.replace(/\p{Cf}/gu, '')).not.toMatch(/\p{M}{9}/u);
    }),
  );
});
