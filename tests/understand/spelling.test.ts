// Slips of the finger are mended towards the site's words, and right words are left alone.
import { describe, expect, it } from 'vitest';
import { buildLexicon, mendSpelling } from '../../server/understand/spelling.ts';

const lexicon = buildLexicon(
  [
    'cancel my flight',
    'er fliegt',
    'remove the bag',
    'change my booking',
    'upgrade',
    'the suitcases',
    'compensation',
  ],
  ['what is the weather like at night', 'a light lunch'],
);
const mend = (text: string) => mendSpelling(text, lexicon);

describe('mendSpelling', () => {
  it.each([
    ['cancle my flihgt', 'cancel my flight'],
    ['chnage my bokking', 'change my booking'],
    ['cancl it', 'cancel it'],
    ['upgrad please', 'upgrade please'],
    ['compenstaion', 'compensation'],
  ])('mends "%s"', (typed, meant) => {
    expect(mend(typed)).toBe(meant);
  });

  it.each([
    'light lunch at night',
    'cancel',
    'flights',
    'cancelled',
    'me204',
    'bug',
    'xqzt',
    '',
    'straße 12',
  ])('leaves "%s"', (text) => {
    expect(mend(text)).toBe(text);
  });
});
