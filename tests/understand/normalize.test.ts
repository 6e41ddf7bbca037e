// The plain form of what customers type, and its words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { background } from '../../server/understand/background.ts';
import { normalize } from '../../server/understand/normalize.ts';
import { plainWords } from '../../server/understand/plain-words.ts';
import { tokenize } from '../../server/understand/tokenize.ts';

describe('normalize', () => {
  it.each([
    ['CANCELLLL!!!!!', 'cancell!!'],
    ['Don’t', "don't"],
    ['ｆｕｌｌ width', 'full width'],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
    ['  ÜBER  ', 'über'],
    ['order 100000', 'order 100000'],
  ])('turns %j into %j', (text, plain) => {
    expect(normalize(text)).toBe(plain);
  });

  it('reads plain text by a shorter way as it would by the long one', () => {
    const long = (text: string) =>
      text
        .slice(0, 4000)
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[‘’ʼ`´]/gu, "'")
        .replace(/(?!\u200d)\p{Default_Ignorable_Code_Point}/gu, '')
        .replace(/(\p{L}|\p{P}|\p{S})\1{2,}/gu, '$1$1')
        .trim();
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, (typed) => {
        expect(normalize(typed)).toBe(long(typed));
      }),
    );
    const all = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');
    for (const typed of [all, `A${all}`, '```aaa```', 'İIı´´´ KK', ...background()])
      expect(normalize(typed)).toBe(long(typed));
  });

  it('cuts after 4,000 characters', () => {
    expect(normalize('ab '.repeat(3000)).length).toBeLessThanOrEqual(4000);
  });
});

describe('plainWords', () => {
  it('finds the words that are left when all between them is blanked out', () => {
    const blanked = (text: string) =>
      normalize(text)
        .replace(/[^\p{L}\p{M}\p{N}'?&\s]/gu, ' ')
        .replace(/\?+/g, ' ? ')
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => plainWords(word))
        .join(' ');
    const sign = fc.constantFrom(
      'a',
      'B',
      ' ',
      'é',
      '٣',
      '\u0301',
      '\u00a0',
      '?',
      '&',
      "'",
      '\n',
      '.',
      '👍',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        expect(plainWords(text)).toBe(blanked(text));
      }),
    );
    for (const text of background()) expect(plainWords(text)).toBe(blanked(text));
  });
});

describe('tokenize', () => {
  it('keeps inner apostrophes, numbers, emoji and other scripts', () => {
    expect(tokenize("i don't like me204, ok? 👍🏽 図書館 'quoted'")).toEqual([
      'i',
      "don't",
      'like',
      'me204',
      'ok',
      '👍🏽',
      '図書館',
      'quoted',
    ]);
    expect(tokenize('👩‍💻 …')).toEqual(['👩‍💻']);
  });
});
