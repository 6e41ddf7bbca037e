// The quick way to a message's vector is the same as the plain one, whatever was read before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { background } from '../../server/understand/background.ts';
import { compileConcepts } from '../../server/understand/concepts.ts';
import { buildFeatureSpace, vectorOf } from '../../server/understand/feature-space.ts';
import { grams } from '../../server/understand/features.ts';
import { englishPhrases } from '../../server/understand/guard-phrases.ts';
import { germanPhrases } from '../../server/understand/guard-phrases-german.ts';
import { needsMark } from '../../server/understand/possible-phrases.ts';
import { vectorize } from '../../server/understand/vectorize.ts';
import { wordColumns } from '../../server/understand/word-columns.ts';

const concepts = compileConcepts({ bag: ['suitcase', 'hand luggage'] });
const texts = background().slice(0, 200);
const space = buildFeatureSpace(
  texts.map((text) => grams(text, concepts)),
  100,
  concepts,
);

describe('vectorize', () => {
  it('gives what the bags of n-grams give', () => {
    const word = fc.oneof(fc.constantFrom(...texts.join(' ').split(' ')), fc.string());
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        expect(vectorize(space, text)).toEqual(vectorOf(space, grams(text, concepts)));
      }),
    );
    for (const text of [...background(), 'hand luggage hand luggage xqzt xqzt xqzt bag xqzt xqzt'])
      expect(vectorize(space, text)).toEqual(vectorOf(space, grams(text, concepts)));
  });

  it('keeps what it knows of words, and nothing of the order that they were said in', () => {
    vectorize(space, 'plimpf krazzle');
    const { unseen, words } = wordColumns(space);
    const kept = [unseen.size, words.size];
    vectorize(space, 'krazzle plimpf plimpf krazzle krazzle');
    expect([unseen.size, words.size]).toEqual(kept);
  });
});

describe('needsMark', () => {
  it.each([
    ['^no <b>$', true],
    ['\\b(?:a|b) <[bgn]>.*', true],
    ['<undo>|\\bstop <g>', true],
    ['<undo>|\\bstop it', false],
    ['\\bstop(?: <g>)?', false],
    ['(?<!no )stop', false],
    ['stop <?', false],
    ['[<]|<b>', false],
  ])('%s: %s', (source, needs) => {
    expect(needsMark(source)).toBe(needs);
  });

  it('is never true of a phrase that fits plain talk', () => {
    const all = [englishPhrases, germanPhrases].flatMap(({ live, negated, past, reported, hypothetical }) =>
      [live, negated, past, reported, hypothetical].flat(),
    );
    for (const pattern of all.filter(({ source }) => needsMark(source)))
      for (const text of background()) expect(pattern.test(text.replaceAll('<', ''))).toBe(false);
  });
});
