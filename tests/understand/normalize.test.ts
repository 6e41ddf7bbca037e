// The plain form of what customers type, and its words.
import { describe, expect, it } from 'vitest';
import { normalize } from '../../server/understand/normalize.ts';
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

  it('cuts after 4,000 characters', () => {
    expect(normalize('ab '.repeat(3000)).length).toBeLessThanOrEqual(4000);
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
